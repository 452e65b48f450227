import {
  BodyType,
  DelayType,
  EndpointFeature,
  type IWireMockFeatures,
  type IWireMockRequest,
  type IWireMockResponse,
  MatchingAttributes,
  WireMock,
  type WireMockFault,
} from 'wiremock-captain';
import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import type { Json, Stub, StubAnswer, StubRequest } from './stub.ts';

/** Longest wait for an answer of the administration, ms. */
const ADMIN_WITHIN_MS = 10_000;

/** What a stub is known again by. */
export type Labels = Readonly<Record<string, string>>;

/** One request as WireMock's journal has it. */
export interface JournalEntry {
  readonly id: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** ms since the epoch, on WireMock's clock. */
    readonly loggedDate: number;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly fault?: string;
  };
  readonly wasMatched: boolean;
  /** `totalTime` is absent while the answer is under way. */
  readonly timing?: { readonly addedDelay?: number; readonly totalTime?: number };
}

/**
 * WireMock by wiremock-captain, less what captain 4.1.3 gets wrong: a stub that WireMock refuses is an error here, a body of
 * `0`, `false` or `''` is kept, a path in the base address too, every status is looked at, no call waits for ever, and of the
 * journal only what is new crosses the wire.
 */
export class WireMockDriver {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly #captain: WireMock;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl.replace(/\/+$/, '');
    // captain resolves `__admin/...` against its base: without the last slash it would drop the last part of the path
    this.#captain = new WireMock(`${this.baseUrl}/`);
  }

  /**
   * Adds a stub; of two that fit a request and have the same priority the later answers.
   * @param labels kept with it, to know it again by
   * @returns its id
   * @throws ServiceError STUB_REFUSED with what WireMock says of it
   */
  async register(stub: Stub, labels: Labels = {}): Promise<string> {
    const registered: unknown = await this.#within(
      this.#captain.register(requestOf(stub.request, labels), responseOf(stub.answer), featuresOf(stub)),
    );
    const read = registeredShape.safeParse(registered).data;
    if (read?.errors === undefined && read?.id !== undefined) return read.id;
    const seen = read?.errors ? reasonOf(read.errors) : 'no id in the answer';
    throw new ServiceError(
      'STUB_REFUSED',
      `WireMock refuses the stub of ${stub.request.method} ${stub.request.url}: ${seen}.`,
      'Correct the stub.',
    );
  }

  /**
   * Takes a stub away; none with this id is no error. Where two of one machine go at once, WireMock 3.13 answers 500 to the one
   * that it has taken away last, as it finds the machine gone.
   */
  async remove(id: string): Promise<void> {
    const answer = await this.#within(this.#captain.deleteMapping(id));
    const gone = answer.status === 500 && (await this.#fetch('GET', `mappings/${id}`)).status === 404;
    if (!gone && !answer.ok && answer.status !== 404) throw refused(answer, '');
  }

  /**
   * Takes away all stubs with this label. Captain would take the page of an error for JSON; and WireMock 3.13 answers 500 in the
   * middle when, after it has taken a stub away, it finds the machine of it gone: what is left is then asked for again.
   */
  async removeLabelled(label: string, value: string): Promise<void> {
    const labelled = { matchesJsonPath: { expression: `$['${label}']`, equalTo: value } };
    for (let left = Number.POSITIVE_INFINITY; ; ) {
      const call = this.#fetch('POST', 'mappings/remove-by-metadata', JSON.stringify(labelled));
      const answer = await this.#within(call);
      if (answer.ok) return;
      const still = (await this.#mappings()).filter(({ metadata }) => metadata?.[label] === value).length;
      if (still === 0) return;
      if (answer.status !== 500 || still >= left) throw refused(answer, await this.#within(answer.text()));
      left = still;
    }
  }

  /** The labels of all stubs there, each set once. */
  async labels(): Promise<Labels[]> {
    const texts = new Set((await this.#mappings()).flatMap(({ metadata }) => JSON.stringify(metadata) ?? []));
    return [...texts].map((text) => JSON.parse(text) as Labels);
  }

  async #mappings(): Promise<z.infer<typeof mappingsShape>['mappings']> {
    const answer = await this.admin('GET', 'mappings');
    return mappingsShape.safeParse(await answer.json()).data?.mappings ?? [];
  }

  /**
   * Requests since a moment whose path begins with `prefix`, oldest first; those under way too.
   * @param since ms since the epoch, on WireMock's clock
   */
  async requests(prefix: string, since: number): Promise<JournalEntry[]> {
    const answer = await this.admin(
      'GET',
      `requests?since=${encodeURIComponent(new Date(since).toISOString())}`,
    );
    const { requests } = (await answer.json()) as { requests: JournalEntry[] };
    return requests
      .filter(({ request }) => request.url.startsWith(prefix))
      .sort((one, other) => one.request.loggedDate - other.request.loggedDate);
  }

  /** True when the administration answers. */
  async isAlive(): Promise<boolean> {
    try {
      return (await this.#fetch('GET', 'mappings?limit=1')).ok;
    } catch {
      return false;
    }
  }

  /**
   * Calls the administration for what captain does not know.
   * @throws ServiceError when the answer is not 2xx or does not come
   */
  async admin(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    const answer = await this.#within(this.#fetch(method, path, body));
    if (!answer.ok) throw refused(answer, await this.#within(answer.text()));
    return answer;
  }

  #fetch(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(`${this.baseUrl}/__admin/${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
      signal: AbortSignal.timeout(ADMIN_WITHIN_MS),
    });
  }

  /** Captain waits for ever, and takes any text for JSON. */
  async #within<Result>(call: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${ADMIN_WITHIN_MS / 1000} s`)),
        ADMIN_WITHIN_MS,
      );
    });
    try {
      return await Promise.race([call, late]);
    } catch (cause) {
      const seen = (cause as { cause?: { code?: string } }).cause?.code ?? (cause as Error).message;
      const hint = 'Give WIREMOCK_URL the address of a running WireMock 3, or leave it out.';
      throw new ServiceError(
        'WIREMOCK_SILENT',
        `WireMock at ${withoutPassword(this.baseUrl)} does not answer: ${seen}.`,
        hint,
        cause,
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

const errorShape = z.object({ title: z.string().optional(), detail: z.string().optional() });
const registeredShape = z.object({
  id: z.string().optional(),
  errors: z.array(errorShape).min(1).optional(),
});
const mappingsShape = z.object({
  mappings: z.array(z.object({ metadata: z.record(z.string(), z.string()).optional().catch(undefined) })),
});

const reasonOf = (errors: readonly z.infer<typeof errorShape>[]): string =>
  errors.map(({ title, detail }) => detail ?? title).join('; ');

function refused({ status, url }: Response, body: string): ServiceError {
  const errors = registeredShape.safeParse(jsonOf(body)).data?.errors;
  const seen = `WireMock answers ${status} at ${withoutPassword(url)}${errors ? ` (${reasonOf(errors)})` : ''}`;
  const hint = 'Corridor needs the administration of WireMock 3, without a password.';
  return new ServiceError('WIREMOCK_REFUSED', `${seen}.`, hint);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An address to be shown: what stands before its @ is hidden. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^/]*@/, '//***@');

function requestOf({ method, url, headers, body, bodyPath }: StubRequest, labels: Labels): IWireMockRequest {
  // as text: captain drops `0`, `false` and `''`
  const wanted = bodyPath ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method,
    endpoint: url,
    metadata: { ...labels },
    ...(headers ? { headers: { ...headers } } : {}),
    ...(wanted === undefined ? {} : { body: wanted }),
  };
}

function responseOf({ status, headers, body, text }: StubAnswer): IWireMockResponse {
  if (body === undefined) return { status, ...(text ? { body: text } : {}), headers: { ...headers } };
  return { status, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } };
}

function featuresOf({ request, answer, state, priority }: Stub): IWireMockFeatures {
  return {
    responseBodyType: BodyType.Body,
    requestEndpointFeature: request.pattern ? EndpointFeature.UrlPathPattern : EndpointFeature.Default,
    requestBodyFeature:
      request.bodyPath === undefined ? MatchingAttributes.EqualToJson : MatchingAttributes.MatchesJsonPath,
    ...(answer.delayMs ? { responseDelay: { type: DelayType.FIXED, constantDelay: answer.delayMs } } : {}),
    ...(answer.broken ? { fault: answer.broken as WireMockFault } : {}),
    ...(priority === undefined ? {} : { stubPriority: priority }),
    ...(state ? { scenario: scenarioOf(state) } : {}),
  };
}

const scenarioOf = (state: NonNullable<Stub['state']>) => ({
  scenarioName: state.machine,
  requiredScenarioState: state.in,
  ...(state.to === undefined ? {} : { newScenarioState: state.to }),
});

/** Any value as the JSON that it is on the wire. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
