import { timers } from '../../profile/timers/timers.ts';
import { inTurn, type LinkFault } from '../../simulators/links/index.ts';
import { type FaultAtWork, SeatLink } from './links/seat-link.ts';
import type { LinkWay } from './links/seat-words.ts';
import type { CorridorWorld } from './world.ts';

/** Something that happens to a link at an instant of the harness clock, milliseconds. */
interface Due {
  readonly seat: string;
  readonly at: number;
  readonly act: () => Promise<void>;
}

/** A fault that a scenario declares; times are seconds of the test clock. */
export interface DeclaredFault {
  readonly seat: string;
  readonly way?: LinkWay;
  readonly fault: LinkFault;
  /** From now; default at once. */
  readonly afterSeconds?: number;
  /** Absent: until the link is mended or the scenario ends. */
  readonly forSeconds?: number;
}

/**
 * The links of one scenario, opened when a step first names them. Faults may begin and end at instants of the test clock:
 * whoever moves it stops at each of them.
 */
export class ScenarioLinks implements AsyncDisposable {
  readonly #world: CorridorWorld;
  readonly #open = new Map<string, Promise<SeatLink>>();
  readonly #opened = new Map<string, SeatLink>();
  #due: Due[] = [];
  #retriedAt = 0;

  constructor(world: CorridorWorld) {
    this.#world = world;
  }

  /** The links of a seat, both ways; whole until a fault begins. */
  async of(country: string): Promise<SeatLink> {
    const opening = this.#open.get(country) ?? SeatLink.open(this.#world, country);
    this.#open.set(country, opening);
    const link = await opening;
    this.#opened.set(country, link);
    return link;
  }

  /** True while a fault is at work between this seat and the hub: what crosses there says nothing of the hub. */
  spoils(country: string): boolean {
    return this.#opened.get(country)?.faulty === true;
  }

  /** Begins faults, now or when the clock comes to it. Messages under way arrive before. */
  async declare(faults: readonly DeclaredFault[]): Promise<void> {
    await this.#world.settle();
    const now = this.#world.environment.clock.now();
    for (const { seat } of faults) await this.of(seat);
    for (const fault of faults) {
      const { afterSeconds = 0 } = fault;
      if (afterSeconds === 0) await this.#begin(fault);
      else this.#plan({ seat: fault.seat, at: now + afterSeconds * 1000, act: () => this.#begin(fault) });
    }
  }

  /** Ends every fault of this seat, those to come too. */
  async mend(country: string): Promise<void> {
    await (await this.of(country)).mend();
    this.#due = this.#due.filter(({ seat }) => seat !== country);
    this.#note(country);
  }

  /** Seconds until something happens to a link, when that is within so many; undefined when nothing is. */
  dueWithin(seconds: number): number | undefined {
    const [first] = this.#due;
    if (!first) return undefined;
    const left = Math.max(0, (first.at - this.#world.environment.clock.now()) / 1000);
    return left <= seconds ? left : undefined;
  }

  /** Does what is due first. */
  async actOnDue(): Promise<void> {
    await this.#due.shift()?.act();
  }

  /** Seconds until the hub has surely tried again what a fault that has ended held up; 0 when nothing was. */
  get secondsUntilRetried(): number {
    return Math.max(0, Math.ceil((this.#retriedAt - this.#world.environment.clock.now()) / 1000));
  }

  /** Every seat reaches the hub straight again. */
  async [Symbol.asyncDispose](): Promise<void> {
    const leave = async ([country, opening]: [string, Promise<SeatLink>]): Promise<void> => {
      const link = await opening.catch(() => undefined);
      this.#world.away.delete(country);
      await link?.[Symbol.asyncDispose]();
    };
    await inTurn([...this.#open].map((each) => () => leave(each)));
  }

  async #begin({ seat, way = 'both', fault, forSeconds }: DeclaredFault): Promise<void> {
    const atWork = await (await this.of(seat)).begin(fault, way);
    this.#note(seat);
    if (forSeconds === undefined) return;
    const { clock } = this.#world.environment;
    this.#plan({ seat, at: clock.now() + forSeconds * 1000, act: () => this.#end(seat, atWork) });
  }

  async #end(country: string, atWork: FaultAtWork): Promise<void> {
    await atWork.end();
    this.#note(country);
  }

  #plan(due: Due): void {
    this.#due = [...this.#due, due].sort((one, other) => one.at - other.at);
  }

  /** The drain barrier does not wait for a seat that nothing reaches, and waits again once it is reached. */
  #note(country: string): void {
    const { away, environment } = this.#world;
    const blocked = this.#opened.get(country)?.blocked === true;
    if (blocked) away.add(country);
    else if (away.delete(country))
      this.#retriedAt = environment.clock.now() + timers.fastRetry.seconds * 1000;
  }
}
