import {
  findWireMock,
  type RunningWireMock,
  ServiceDoubles,
  ServiceError,
  type StartContainer,
  WireMockDriver,
} from '../../../simulators/services/index.ts';
import { HarnessError, NotApplicableError } from '../errors.ts';

export interface SharedWireMockOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly runId: string;
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly realNow: () => number;
  /** Where the target has an engine: starts WireMock as a container of this image. */
  readonly container?: { readonly image: string; readonly start: StartContainer };
}

/** One WireMock for all scenarios of a run, started when the first wants it; each stack has its own path on it. */
export class SharedWireMock implements AsyncDisposable {
  readonly #options: SharedWireMockOptions;
  #started: Promise<RunningWireMock> | undefined;
  #count = 0;

  constructor(options: SharedWireMockOptions) {
    this.#options = options;
  }

  /**
   * Doubles of all services for one stack.
   * @param now the time as the registers see it, ms since the epoch
   * @throws NotApplicableError where there is neither WireMock nor Java; in CI that is a fault
   */
  async doubles(now: () => number): Promise<ServiceDoubles> {
    const { runId, realNow } = this.#options;
    const { url } = await this.#get();
    this.#count += 1;
    const prefix = `/${runId}-${this.#count}`;
    return ServiceDoubles.open(new WireMockDriver(url), { prefix, now, realNow });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const running = await this.#started?.catch(() => undefined);
    await running?.[Symbol.asyncDispose]();
  }

  async #get(): Promise<RunningWireMock> {
    this.#started ??= findWireMock(this.#options);
    try {
      return await this.#started;
    } catch (error) {
      throw this.#missing(error);
    }
  }

  #missing(error: unknown): unknown {
    if (!(error instanceof ServiceError) || error.code !== 'NO_JAVA') return error;
    const seen = `Pas de doublure des services nationaux ici : ${error.message}`;
    const remedy =
      "Installez Java 11 ou plus récent, ou donnez dans WIREMOCK_URL l'adresse d'un WireMock 3 en marche.";
    if (this.#options.env['CI'] === 'true') return new HarnessError('NO_WIREMOCK', seen, remedy);
    return new NotApplicableError(seen, remedy);
  }
}
