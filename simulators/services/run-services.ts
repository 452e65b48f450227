import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { ServiceDoubles } from './service-doubles.ts';
import { findWireMock } from './wiremock/find-wiremock.ts';
import { loadMappings } from './wiremock/mapping-files.ts';
import { WireMockDriver } from './wiremock/wiremock-driver.ts';

/** What `corridor services` is told. */
export interface ServicesOptions {
  /** Folder of WireMock mapping files of the user. */
  readonly mappings?: string;
  /** 0 takes a free one. */
  readonly port: number;
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
  const { port, mappings, movements, format } = options;
  await using wireMock = await findWireMock({ env: { ...io.env }, port, signal: io.signal });
  const driver = new WireMockDriver(wireMock.url);
  await using doubles = await ServiceDoubles.open(driver, { prefix: PREFIX, now: io.now, realNow: io.now });
  await doubles.know(...movements);
  const loaded = mappings === undefined ? { stubs: 0, bodies: 0 } : await loadMappings(driver, mappings);
  const ready = {
    ready: true,
    url: wireMock.url,
    by: wireMock.by,
    services: doubles.addresses(),
    movements: movements.length,
    mappings: loaded.stubs,
  };
  if (format === 'json') io.stdout.write(`${JSON.stringify(ready)}\n`);
  else io.stdout.write(spoken(ready));
  if (!io.signal.aborted) await once(io.signal, 'abort');
}

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
