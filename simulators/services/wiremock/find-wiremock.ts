import { ServiceError } from '../service-error.ts';
import { type RunningWireMock, type StartOptions, startWireMock } from './start-wiremock.ts';
import { WireMockDriver, withoutPassword } from './wiremock-driver.ts';

/**
 * A WireMock: the one at `WIREMOCK_URL`, which is left running; else the npm jar.
 * @throws ServiceError when there is none, with what would help
 */
export async function findWireMock(options: StartOptions): Promise<RunningWireMock> {
  const url = options.env['WIREMOCK_URL'];
  return url ? running(url) : startWireMock(options);
}

async function running(url: string): Promise<RunningWireMock> {
  if (/^https?:\/\//.test(url) && URL.canParse(url) && (await new WireMockDriver(url).isAlive()))
    return { url, by: 'url', [Symbol.asyncDispose]: async () => undefined };
  throw new ServiceError(
    'NO_WIREMOCK',
    `No WireMock answers at WIREMOCK_URL ${JSON.stringify(withoutPassword(url))}.`,
    'Give the address of a running WireMock 3, as http://HOST:PORT, or leave WIREMOCK_URL out.',
  );
}
