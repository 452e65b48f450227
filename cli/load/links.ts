import { setTimeout as pause } from 'node:timers/promises';
import { observedOn } from '../../features/support/links/link-evidence.ts';
import type { LoadPlan } from '../../fixtures/load/plan.ts';
import type { Random } from '../../fixtures/random.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { addressOf, type Link, type LinkFault, openLink, originOf } from '../../simulators/links/index.ts';

const HOUR = 3_600_000;

/** What the links of a run are opened with. */
export interface LoadLinksOptions {
  readonly hub: string;
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  readonly clock: Clock;
  readonly random: Random;
  readonly journal: Journal;
}

/** Both ways between the hub and each country whose link the plan breaks; the others talk to it straight. */
export class LoadLinks implements AsyncDisposable {
  readonly #options: LoadLinksOptions;
  readonly #links = new Map<string, readonly Link[]>();
  readonly #over = new AbortController();
  #weather: Promise<unknown> = Promise.resolve();

  private constructor(options: LoadLinksOptions) {
    this.#options = options;
  }

  static async open(options: LoadLinksOptions, faults: LoadPlan['links']): Promise<LoadLinks> {
    const links = new LoadLinks(options);
    try {
      for (const country of new Set(faults.map((one) => one.country))) await links.#put(country);
      return links;
    } catch (error) {
      await links[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Address at which a country reaches the hub. */
  hubOf(country: string): string {
    const toHub = this.#links.get(country)?.[1];
    return toHub ? originOf(toHub.address) : this.#options.hub;
  }

  /** From now on the faults of the plan come and go. @param scale ms of the run for one ms of the plan */
  begin(faults: LoadPlan['links'], scale: number): void {
    this.#weather = Promise.all(faults.map((fault) => this.#befall(fault, scale)));
    this.#weather.catch(() => undefined); // told by `mend`
  }

  /** All is whole again, and stays so. */
  async mend(): Promise<void> {
    this.#over.abort();
    await this.#weather;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.mend();
    } finally {
      for (const links of this.#links.values()) for (const link of links) await link[Symbol.asyncDispose]();
    }
  }

  async #befall({ country, fault, from, until }: LoadPlan['links'][number], scale: number): Promise<void> {
    if (!(await this.#lasts(from * HOUR * scale))) return;
    const running = [];
    for (const link of this.#links.get(country) ?? []) running.push(await link.begin(fault as LinkFault));
    await this.#lasts((until - from) * HOUR * scale);
    for (const one of running) await one.end();
  }

  /** @returns whether the time passed; false: the run ended before */
  #lasts(ms: number): Promise<boolean> {
    return pause(ms, true, { signal: this.#over.signal }).catch(() => false);
  }

  async #put(country: string): Promise<void> {
    const { seats, hub } = this.#options;
    const seat = seats.get(country);
    if (!seat) return;
    const toSeat = await this.#open('hub', country, seat.baseUrl);
    this.#links.set(country, [toSeat]);
    const toHub = await this.#open(country, 'hub', hub);
    this.#links.set(country, [toSeat, toHub]);
    await seat.goThrough({ seat: originOf(toSeat.address), hub: originOf(toHub.address) });
  }

  #open(from: string, to: string, url: string): Promise<Link> {
    const { clock, random, journal, hub } = this.#options;
    return openLink({
      name: `${from}-${to}`,
      to: addressOf(url),
      kind: 'exchange',
      clock,
      random: random.fork(`links/${from}-${to}`),
      onEvent: (event) => void journal.record(observedOn(event, { from, to, stack: hub })),
    });
  }
}
