import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Booked } from '../../features/support/closing-books.ts';
import type { FollowedTruck, LoadMovement } from '../../fixtures/load/load-step.ts';
import { pack } from '../../fixtures/load/pack.ts';
import { devicesBeginAt, type ScheduleOptions, schedule } from '../../fixtures/load/schedule.ts';
import type { LoadRun } from '../../reports/load/load-run.ts';
import type { Shard } from '../options.ts';
import { isOfSegment } from './segment.ts';

/** More bins than this make k6 slow to start. */
const MOST_BINS = 600;

/** What is to be sent, as numbers. */
export interface PreparedTraffic {
  readonly offered: LoadRun['offered'];
  /** First step of each movement of all sites, ms of the run. */
  readonly starts: readonly number[];
  /** Most movements of all sites on the road at a time. */
  readonly together: number;
  /** Last step of all, ms of the run. */
  readonly lastMs: number;
  /** By transit reference of all sites: what the books of a movement are found by. */
  readonly booked: ReadonlyMap<string, Booked>;
  /** Trucks of all sites that carry a device. */
  readonly followed: readonly FollowedTruck[];
  /** What the clock of the devices shows at the first moment of the run, ms since the epoch. */
  readonly devicesBeginAt: number;
}

/** Writes the traffic of a run, one movement a line, as k6 and people read it; holds one movement at a time. */
export async function prepareTraffic(
  path: string,
  options: ScheduleOptions,
  segment: Shard | undefined,
  signal: AbortSignal,
): Promise<PreparedTraffic> {
  const tally = new Tally(segment);
  const counted = function* (): Generator<string> {
    for (const movement of schedule(options)) {
      tally.add(movement);
      yield `${pack(movement)}\n`;
    }
  };
  await pipeline(Readable.from(counted()), createWriteStream(path, { flags: 'wx' }), {
    signal,
  });
  return { ...tally.result(), devicesBeginAt: devicesBeginAt(options) };
}

class Tally {
  readonly #segment: Shard | undefined;
  readonly #starts: number[] = [];
  /** By second: how many begin less how many end. */
  readonly #change: number[] = [];
  readonly #booked = new Map<string, Booked>();
  readonly #followed: FollowedTruck[] = [];
  readonly #bySecond: number[] = [];
  #movements = 0;
  #messages = 0;
  #questions = 0;
  #lastMs = 0;

  constructor(segment: Shard | undefined) {
    this.#segment = segment;
  }

  add(movement: LoadMovement): void {
    const { steps } = movement;
    this.#booked.set(movement.reference, bookedOf(movement));
    if (movement.followed) this.#followed.push(movement.followed);
    const [firstMs, endMs] = [steps[0]?.atMs ?? 0, steps.at(-1)?.atMs ?? 0];
    const number = this.#starts.push(firstMs) - 1;
    this.#lastMs = Math.max(this.#lastMs, endMs);
    bump(this.#change, Math.floor(firstMs / 1_000), 1);
    bump(this.#change, Math.floor(endMs / 1_000) + 1, -1);
    if (!isOfSegment(number, this.#segment)) return;
    this.#movements += 1;
    for (const { atMs, method } of steps) {
      if (method === 'POST') this.#messages += 1;
      else this.#questions += 1;
      bump(this.#bySecond, Math.floor(atMs / 1_000), 1);
    }
  }

  result(): Omit<PreparedTraffic, 'devicesBeginAt'> {
    let [now, together] = [0, 0];
    for (const change of whole(this.#change)) {
      now += change;
      together = Math.max(together, now);
    }
    const { lastMs, starts } = { lastMs: this.#lastMs, starts: this.#starts };
    const counts = { movements: this.#movements, messages: this.#messages, questions: this.#questions };
    return {
      offered: { ...counts, bySecond: whole(this.#bySecond) },
      starts,
      together,
      lastMs,
      booked: this.#booked,
      followed: this.#followed,
    };
  }
}

const bump = (list: number[], at: number, by: number): void => {
  list[at] = (list[at] ?? 0) + by;
};

/** Seconds of which nothing was said are 0. */
const whole = (list: readonly number[]): number[] => Array.from(list, (value) => value ?? 0);

/** Arrivals as k6 takes them: how many begin in each bin, in bins of whole seconds. */
export function binsOf(starts: readonly number[]): { binSeconds: number; movementsPerBin: number[] } {
  const last = starts.reduce((most, start) => Math.max(most, start), 0);
  const binSeconds = Math.max(1, Math.ceil(last / 1_000 / MOST_BINS));
  const movementsPerBin: number[] = [];
  for (const start of starts) bump(movementsPerBin, Math.floor(start / 1_000 / binSeconds), 1);
  // k6 rounds the last arrivals of a run down: one more comes and finds nothing to do.
  return { binSeconds, movementsPerBin: [...whole(movementsPerBin), 2] };
}

function bookedOf({ reference, countries, guarantee }: LoadMovement): Booked {
  const { registrar, reference: guaranteeReference } = guarantee;
  return {
    reference,
    departureCountry: countries[0] ?? '',
    destinationCountry: countries.at(-1) ?? '',
    guarantee: { registrar, register: { guaranteeReference } },
  };
}
