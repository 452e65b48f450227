import {
  findWireMock,
  type RunningWireMock,
  removeAbandoned,
  ServiceDoubles,
  ServiceError,
  WireMockDriver,
} from '../../../simulators/services/index.ts';
import { HarnessError, NotApplicableError } from '../errors.ts';
import { isAbandoned, labelsOfRun } from '../ownership/labels.ts';
import { ownerOf } from '../ownership/owner.ts';

export interface SharedWireMockOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly runId: string;
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly realNow: () => number;
}

/** One WireMock for all scenarios of a run, started when the first wants it; each stack has its own path on it. */
export class SharedWireMock implements AsyncDisposable {
  readonly #options: SharedWireMockOptions;
  #started: Promise<RunningWireMock> | undefined;
  #count = 0;

  constructor(options: SharedWireMockOptions) {
    this.#options = options;
  }

  /** Starts it before a scenario wants it: that takes longer than most scenarios. */
  startAhead(): void {
    this.#get().catch(() => undefined); // told to the scenario that wants it
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
    const labels = labelsOfRun(runId, ownerOf(process.pid));
    return ServiceDoubles.open(new WireMockDriver(url), { prefix, now, realNow, labels });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const running = await this.#started?.catch(() => undefined);
    await running?.[Symbol.asyncDispose]();
  }

  async #get(): Promise<RunningWireMock> {
    this.#started ??= this.#find();
    try {
      return await this.#started;
    } catch (error) {
      throw this.#missing(error);
    }
  }

  async #find(): Promise<RunningWireMock> {
    const found = await findWireMock(this.#options);
    if (found.by === 'url') await removeAbandoned(new WireMockDriver(found.url), isAbandoned);
    return found;
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
