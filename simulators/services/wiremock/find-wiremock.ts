import { ServiceError } from '../service-error.ts';
import { type RunningWireMock, type StartOptions, startWireMock } from './start-wiremock.ts';
import { WireMockDriver } from './wiremock-driver.ts';

/** Starts a container of an image and waits until WireMock answers in it; who has an engine gives this. */
export type StartContainer = (image: string) => Promise<{ readonly url: string } & AsyncDisposable>;

export interface FindOptions extends StartOptions {
  /** Where an engine is: it starts WireMock of this image. */
  readonly container?: { readonly image: string; readonly start: StartContainer } | undefined;
}

/**
 * A WireMock: the one at `WIREMOCK_URL`, which is left running; else a container where there is an engine; else the npm jar.
 * @throws ServiceError when there is none, with what would help
 */
export async function findWireMock(options: FindOptions): Promise<RunningWireMock> {
  const { env, container } = options;
  const url = env['WIREMOCK_URL'];
  if (url) return running(url);
  if (!container) return startWireMock(options);
  const { url: published, ...started } = await container.start(container.image);
  return { url: published, by: 'container', [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() };
}

async function running(url: string): Promise<RunningWireMock> {
  if (/^https?:\/\//.test(url) && URL.canParse(url) && (await new WireMockDriver(url).isAlive()))
    return { url, by: 'url', [Symbol.asyncDispose]: async () => undefined };
  throw new ServiceError(
    'NO_WIREMOCK',
    `No WireMock answers at WIREMOCK_URL ${JSON.stringify(url)}.`,
    'Give the address of a running WireMock 3, as http://HOST:PORT, or leave WIREMOCK_URL out.',
  );
}
