import { setTimeout as pause } from 'node:timers/promises';
import { observedOn } from '../../features/support/links/link-evidence.ts';
import type { Random } from '../../fixtures/random.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import {
  type Address,
  addressOf,
  type Link,
  type LinkEvent,
  type LinkFault,
  openLink,
  originOf,
  type StreamEngineFactory,
} from '../../simulators/links/index.ts';

/** The hub, in the evidence. */
export const STACK = 'storm';

/** What befalls links, each with the values of a storm: short, and never without end. */
const FAULTS: readonly ((random: Random) => LinkFault)[] = [
  (random) => ({ name: 'latency', ms: random.int(20, 250), jitterMs: random.int(0, 80) }),
  (random) => ({ name: 'bandwidth', kilobytesPerSecond: random.int(20, 200) }),
  () => ({ name: 'cut' }),
  () => ({ name: 'half-open' }),
  () => ({ name: 'reset' }),
  (random) => ({ name: 'flapping', upMs: random.int(40, 200), downMs: random.int(40, 200) }),
  () => ({ name: 'lost-request', probability: 0.5 }),
  () => ({ name: 'lost-answer', probability: 0.5 }),
  (random) => ({ name: 'duplicate', copies: random.int(1, 2), probability: 0.7 }),
  (random) => ({ name: 'reorder', by: random.int(1, 3), probability: 0.5 }),
  (random) => ({ name: 'hold-back', ms: random.int(50, 600), probability: 0.5 }),
  () => ({ name: 'truncated', side: 'request', probability: 0.5 }),
  () => ({ name: 'garbled', side: 'request', probability: 0.5 }),
];
const FAIR_MS = { least: 300, most: 3000 };
const FOUL_MS = { least: 50, most: 1200 };

/** What the links of a storm are opened with. */
export interface LinksOptions {
  readonly hub: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly journal: Journal;
  readonly by: StreamEngineFactory | undefined;
}

/** Both ways between every seat and the hub, which break and mend as long as the storm lasts. */
export class StormLinks implements AsyncDisposable {
  /** How often each fault has begun, by its name; that of the link to the database is told by others. */
  readonly broken = new Map<string, number>();
  readonly #options: LinksOptions;
  readonly #links: Link[] = [];
  #fair = new AbortController();
  #weather: Promise<unknown> = Promise.resolve();
  #turns: (() => void)[] = [];

  constructor(options: LinksOptions) {
    this.#options = options;
  }

  /** Puts links between a seat and the hub, both ways, and tells the hub so. */
  async put(seat: CustomsSystem): Promise<void> {
    const { hub } = this.#options;
    const toSeat = await this.#open('hub', seat.country, addressOf(seat.baseUrl));
    const toHub = await this.#open(seat.country, 'hub', addressOf(hub));
    await seat.goThrough({ seat: originOf(toSeat.address), hub: originOf(toHub.address) });
  }

  /** From now on links break. */
  begin(): void {
    this.#fair = new AbortController();
    this.#weather = Promise.all(this.#links.map((link) => this.#befall(link, this.#fair.signal)));
    this.#weather.catch(() => undefined); // told by `mend`
  }

  /** All links are mended, and stay so. */
  async mend(): Promise<void> {
    this.#fair.abort();
    await this.#weather;
  }

  /** One more link broke by this fault. */
  count(fault: string): void {
    this.broken.set(fault, (this.broken.get(fault) ?? 0) + 1);
  }

  /** Ends when a fault next begins or ends somewhere. */
  turn(): Promise<void> {
    return new Promise((resolve) => this.#turns.push(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.mend();
    for (const link of this.#links) await link[Symbol.asyncDispose]();
  }

  async #befall(link: Link, fair: AbortSignal): Promise<void> {
    const random = this.#options.random.fork(`weather/${link.name}`);
    while (!fair.aborted) {
      await lull(random.int(FAIR_MS.least, FAIR_MS.most), fair);
      if (fair.aborted) return;
      const fault = random.pick(FAULTS)(random);
      const running = await link.begin(fault);
      this.count(fault.name);
      await lull(random.int(FOUL_MS.least, FOUL_MS.most), fair);
      await running.end();
    }
  }

  async #open(from: string, to: string, at: Address): Promise<Link> {
    const { clock, random, by } = this.#options;
    const onEvent = (event: LinkEvent): void => this.#record(from, to, event);
    const name = `${from}-${to}`;
    const link = await openLink({
      name,
      to: at,
      kind: 'exchange',
      clock,
      random: random.fork('links'),
      by,
      onEvent,
    });
    this.#links.push(link);
    return link;
  }

  #record(from: string, to: string, event: LinkEvent): void {
    this.#options.journal.record(observedOn(event, { from, to, stack: STACK }));
    if (event.what !== 'struck') for (const turned of this.#turns.splice(0)) turned();
  }
}

/** Ends early when the weather does. */
const lull = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);
