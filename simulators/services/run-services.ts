import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { ServiceDoubles } from './service-doubles.ts';
import { ServiceError } from './service-error.ts';
import { removeAbandoned } from './wiremock/abandoned-stubs.ts';
import { findWireMock } from './wiremock/find-wiremock.ts';
import { loadMappings, readMappingFolder } from './wiremock/mapping-files.ts';
import type { RunningWireMock } from './wiremock/start-wiremock.ts';
import { type Labels, WireMockDriver, withoutPassword } from './wiremock/wiremock-driver.ts';

/** What `corridor services` is told. */
export interface ServicesOptions {
  /** Folder of WireMock mapping files of the user. */
  readonly mappings?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Whose the stubs are, told with each. */
  readonly labels: Labels;
  /** Labels of a run that was ended before it could take its stubs away. */
  readonly isAbandoned: (labels: Labels) => boolean;
  /** What the services know of. */
  readonly movements: readonly Movement[];
  readonly format: 'human' | 'json';
}

/** What the command uses of its process. */
export interface ServicesIo {
  readonly stdout: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Fires when it shall end. */
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** Path under which the doubles stand when they are run by hand. */
const PREFIX = '/services';

/**
 * Runs the doubles of the national services until it is told to end, and says when they answer: one line.
 * @throws ServiceError when there is no WireMock, the port is taken, or a mapping file is wrong; nothing is left running
 */
export async function runServices(options: ServicesOptions, io: ServicesIo): Promise<void> {
  const { port, movements, format, labels } = options;
  const folder = options.mappings === undefined ? undefined : await readMappingFolder(options.mappings);
  if (port !== 0 && io.env['WIREMOCK_URL']) throw portNotOurs(port, io.env['WIREMOCK_URL']);
  await using wireMock = await findWireMock({ env: { ...io.env }, port, signal: io.signal });
  const driver = new WireMockDriver(wireMock.url);
  if (wireMock.by === 'url') await removeAbandoned(driver, options.isAbandoned);
  const times = { now: io.now, realNow: io.now };
  await using doubles = await ServiceDoubles.open(driver, { prefix: PREFIX, ...times, labels });
  await doubles.know(...movements);
  await using loaded = folder && (await loadMappings(driver, folder));
  const ready = {
    ready: true,
    url: wireMock.url,
    by: wireMock.by,
    services: doubles.addresses(),
    movements: movements.length,
    mappings: loaded?.stubs ?? 0,
  };
  if (format === 'json') io.stdout.write(`${JSON.stringify(ready)}\n`);
  else io.stdout.write(spoken(ready));
  await untilAsked(io.signal, wireMock);
}

const NEVER = new Promise<never>(() => undefined);

/** Until it shall end. @throws ServiceError when WireMock ends before */
async function untilAsked(signal: AbortSignal, { exited = NEVER }: RunningWireMock): Promise<void> {
  if (signal.aborted) return;
  // somebody else's WireMock keeps nothing of this process busy, and a process with nothing to do ends
  const busy = setInterval(() => undefined, 2 ** 30);
  try {
    const fault = await Promise.race([once(signal, 'abort'), exited]);
    if (fault instanceof ServiceError) throw fault;
  } finally {
    clearInterval(busy);
  }
}

const portNotOurs = (port: number, url: string): ServiceError =>
  new ServiceError(
    'PORT_NOT_OURS',
    `No port can be chosen for the WireMock at WIREMOCK_URL ${JSON.stringify(withoutPassword(url))}: found --port ${port}.`,
    'Leave out --port, or WIREMOCK_URL.',
  );

function spoken({
  url,
  services,
  movements,
  mappings,
}: {
  url: string;
  services: object;
  movements: number;
  mappings: number;
}): string {
  const known = `${movements} movement(s) known, ${mappings} mapping(s) of yours`;
  return `National services at ${url} (${known}). Ctrl-C ends them.\ncorridor stack --services '${JSON.stringify(services)}'\n`;
}
