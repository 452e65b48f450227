import type { ServiceName } from '../../profile/services/service-names.ts';
import type { JournalEntry } from './wiremock/wiremock-driver.ts';

/** One call that a service saw, from its own side. */
export interface ServiceCall {
  /** Known again by it. */
  readonly id: string;
  readonly service: ServiceName;
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
  /** How the connection was broken instead. */
  readonly fault?: string;
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
  const mediaType = headerOf(response.headers, 'content-type')?.split(';')[0];
  return {
    id,
    service: service as ServiceName,
    at: request.loggedDate,
    method: request.method,
    path,
    headers: Object.fromEntries(
      Object.entries(request.headers)
        .map(([name, value]): [string, string] => [name.toLowerCase(), String(value)])
        .filter(([name]) => name.startsWith('corridor-')),
    ),
    body: request.body,
    answer: {
      status: response.status,
      ...(mediaType === undefined || response.status < 400 ? {} : { mediaType }),
      body: response.body ?? '',
      afterMs: timing?.addedDelay ?? 0,
    },
    ...(response.fault ? { fault: response.fault } : {}),
    ...(movement === undefined ? {} : { movement }),
  };
}

const headerOf = (headers: JournalEntry['response']['headers'], name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
