import { HubClient, type HubClientOptions } from './hub-client.ts';
import { HubQueries } from './hub-queries.ts';

/** Origins (`http://host:port`) of the links between a seat and the hub: where each reaches the other. */
export interface SeatLinks {
  /** Where the seat reaches the hub. */
  readonly hub: string;
  /** Where the hub reaches the seat. */
  readonly seat: string;
}

/** The two ways from a seat to its hub: the one that its traffic takes, over a link or not, and the straight one. */
export class HubReach implements AsyncDisposable {
  /** Over the link, where there is one. */
  readonly client: HubClient;
  readonly queries: HubQueries;
  readonly #options: HubClientOptions;
  readonly #straightClient: HubClient;
  readonly #straight: HubQueries;
  #throughLink = false;

  constructor(options: HubClientOptions) {
    this.#options = options;
    this.client = new HubClient(options);
    this.queries = new HubQueries(this.client, options.seat);
    this.#straightClient = new HubClient(options);
    this.#straight = new HubQueries(this.#straightClient, options.seat);
  }

  /** Questions that no link is between: those of the harness itself, about its clock, its registration and what is left to do. */
  get straight(): HubQueries {
    return this.#throughLink ? this.#straight : this.queries;
  }

  /** Takes the way over this origin from now on; undefined: the straight one. */
  async goThrough(origin: string | undefined): Promise<void> {
    this.#throughLink = origin !== undefined;
    await this.client.reachAt(origin ?? new URL(this.#options.hub).origin);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.client[Symbol.asyncDispose](), this.#straightClient[Symbol.asyncDispose]()]);
  }
}
