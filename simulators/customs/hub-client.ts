import { errors, Pool } from 'undici';
import type { Clock } from '../../profile/clock.ts';
import type { Message } from '../../profile/messages/message.ts';
import { type ProblemDetails, problemDetails } from '../../profile/problem.ts';
import { conversationOfPath } from '../../reports/evidence/conversation.ts';
import type { ExchangeKind } from '../../reports/evidence/exchange.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { MAX_BODY_BYTES } from './read-body.ts';

/** Why there is no answer. Anything else is told in the words of the platform. */
export type LinkFault = 'refused' | 'reset' | 'timeout' | 'too-large' | 'not-http' | 'closed';

/** What came back from the hub: a status, or a fault and status 0. Nothing of it is checked here. */
export interface HubAnswer {
  readonly status: number;
  /** Media type of a refusal, in lower case, without parameters. */
  readonly mediaType?: string | undefined;
  /** The body as received. */
  readonly bytes: Buffer;
  /** The body as JSON, when it is. */
  readonly json?: unknown;
  readonly problem?: ProblemDetails;
  readonly fault?: LinkFault | (string & {});
}

/** The answer to a submission; `answer` is the AT90 or AT91 message when there is one. */
export interface Submission extends HubAnswer {
  readonly answer?: Message;
}

/** One request of the binding. */
export interface HubRequest {
  readonly kind: ExchangeKind;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the journal; default: what the path tells. */
  readonly conversations?: readonly string[];
}

/** Certificates of a seat, PEM. */
export interface HubTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** How a seat reaches the hub. */
export interface HubClientOptions {
  readonly seat: string;
  readonly hub: string;
  /** Name of the stack in the evidence; default: the base address of the hub. */
  readonly stack?: string;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Wait for an answer, milliseconds. @source timers: acknowledgement, 30 s */
  readonly answerTimeoutMs: number;
  /** Connections kept alive at most. */
  readonly connections: number;
  readonly tls?: HubTls | undefined;
}

const NOTHING = Buffer.alloc(0);

const FAULTS: Readonly<Record<string, LinkFault>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'not-http',
  UND_ERR_DESTROYED: 'closed',
  UND_ERR_CLOSED: 'closed',
  UND_ERR_ABORTED: 'closed',
};

/** Speaks the binding to the hub over connections kept alive, and records every exchange. Never throws for what the hub does. */
export class HubClient implements AsyncDisposable {
  readonly #options: HubClientOptions;
  readonly #base: string;
  #pool: Pool;

  constructor(options: HubClientOptions) {
    this.#options = options;
    const { origin, pathname } = new URL(options.hub);
    this.#base = pathname.replace(/\/$/, '');
    this.#pool = poolOf(origin, options);
  }

  /** Reaches the hub at another origin from now on, such as a link in front of it; the evidence goes on naming the stack. */
  async reachAt(origin: string): Promise<void> {
    const before = this.#pool;
    this.#pool = poolOf(origin, this.#options);
    await before.destroy();
  }

  /** Sends one request and records the exchange, answered or not. */
  async send(request: HubRequest): Promise<HubAnswer> {
    const { seat, clock, journal, hub, stack = hub } = this.#options;
    const headers = { 'corridor-seat': seat, ...request.headers };
    const at = clock.now();
    // Durations are measured apart from the clock, which a test may move.
    const started = performance.now();
    const answer = await this.#exchange(request, headers);
    const afterMs = Math.round((performance.now() - started) * 1000) / 1000;
    const named = conversationOfPath(request.path);
    journal.record({
      kind: request.kind,
      at,
      from: seat,
      to: 'hub',
      method: request.method,
      path: request.path,
      headers: profileHeaders(headers),
      body: request.body,
      answer: answer.fault === undefined ? answered(answer, afterMs) : undefined,
      fault: answer.fault,
      conversations: request.conversations ?? (named === undefined ? [] : [named]),
      stack,
    });
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.destroy();
  }

  async #exchange({ method, path, body }: HubRequest, headers: Record<string, string>): Promise<HubAnswer> {
    // The limits of the pool are between two bytes: an answer that drips would never end by them.
    const deadline = new AbortController();
    const late = () => deadline.abort(new errors.BodyTimeoutError('the answer did not end in time'));
    const timer = setTimeout(late, this.#options.answerTimeoutMs);
    try {
      const response = await this.#pool.request({
        method,
        path: this.#base + path,
        headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
        body: body ?? null,
        signal: deadline.signal,
      });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      const mediaType = mediaTypeOf(response.statusCode, response.headers['content-type']);
      return { status: response.statusCode, mediaType, bytes, ...readJson(bytes, response.statusCode) };
    } catch (error) {
      return { status: 0, bytes: NOTHING, fault: faultOf(error) };
    } finally {
      clearTimeout(timer);
    }
  }
}

const poolOf = (origin: string, { connections, answerTimeoutMs, tls }: HubClientOptions): Pool =>
  new Pool(origin, {
    connections,
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
    connect: { timeout: answerTimeoutMs, ...tls },
    maxResponseSize: MAX_BODY_BYTES,
  });

const answered = ({ status, mediaType, bytes }: HubAnswer, afterMs: number) => ({
  status,
  mediaType,
  body: bytes,
  afterMs,
});

const mediaTypeOf = (status: number, header: string | string[] | undefined): string | undefined =>
  status >= 400
    ? String(header ?? '')
        .split(';', 1)[0]
        ?.trim()
        .toLowerCase()
    : undefined;

function readJson(bytes: Buffer, status: number): { json?: unknown; problem?: ProblemDetails } {
  if (bytes.length === 0) return {};
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    const problem = status >= 400 ? problemDetails.safeParse(json) : undefined;
    return { json, ...(problem?.success && { problem: problem.data }) };
  } catch {
    return {};
  }
}

function faultOf(error: unknown): string {
  if (error instanceof errors.HTTPParserError) return 'not-http';
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined ? FAULTS[code] : undefined) ?? code ?? message ?? 'unknown fault';
}

function profileHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (lower.startsWith('corridor-')) kept[lower] = value;
  }
  return kept;
}
