import type { ServiceName } from '../../profile/services/service-names.ts';
import { SILENCE_MS } from './wiremock/stub.ts';
import type { JournalEntry } from './wiremock/wiremock-driver.ts';

/** Tells a question of the harness from those of the stack under test. */
export const ASKED_BY_HEADER = 'Corridor-Asked-By';
export const HARNESS = 'harness';

/** One call that a service saw, from its own side. */
export interface ServiceCall {
  /** Known again by it. */
  readonly id: string;
  readonly service: ServiceName;
  /** `hub`, or `harness` for a question of ours. */
  readonly from: string;
  /** When it came, ms since the epoch, real time. */
  readonly at: number;
  readonly method: string;
  /** From the base address of the service. */
  readonly path: string;
  /** `Corridor-*` only, lower-case names; the access code is in clear here and nowhere else. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: {
    readonly status: number;
    readonly mediaType?: string;
    readonly body: string;
    readonly afterMs: number;
  };
  /** How there was no answer instead: the connection broke at once, or nothing was said until the caller gave up. */
  readonly fault?: 'reset' | 'hang';
  /** The movement that it is about, where that is known. */
  readonly movement?: string;
}

/** Reads a call of the journal. @param prefix path under which the services stand */
export function serviceCallOf(
  { id, request, response, timing }: JournalEntry,
  prefix: string,
  movementOf: (service: string, path: string) => string | undefined,
): ServiceCall {
  const [service = '', ...rest] = request.url.slice(prefix.length + 1).split('/');
  const path = `/${rest.join('/')}`;
  const movement = movementOf(service, path);
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), String(value)])
      .filter(([name]) => name.startsWith('corridor-')),
  );
  const mediaType = headerOf(response.headers, 'content-type')?.split(';')[0];
  return {
    id,
    service: service as ServiceName,
    from: headers[ASKED_BY_HEADER.toLowerCase()] ?? 'hub',
    at: request.loggedDate,
    method: request.method,
    path,
    headers,
    body: request.body,
    answer: {
      status: response.status,
      ...(mediaType === undefined || response.status < 400 ? {} : { mediaType }),
      body: response.body ?? '',
      afterMs: timing?.addedDelay ?? 0,
    },
    ...faultOf(response, timing),
    ...(movement === undefined ? {} : { movement }),
  };
}

function faultOf(
  { fault }: JournalEntry['response'],
  timing: JournalEntry['timing'],
): Pick<ServiceCall, 'fault'> {
  if ((timing?.addedDelay ?? 0) >= SILENCE_MS) return { fault: 'hang' };
  return fault ? { fault: 'reset' } : {};
}

const headerOf = (headers: JournalEntry['response']['headers'], name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
