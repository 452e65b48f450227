import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { consult } from '../../features/support/closing-books.ts';
import { eventually } from '../../features/support/eventually.ts';
import { generateMovement } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { createRandom, type Random } from '../../fixtures/random.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { reconcile } from '../../reports/reconcile/reconcile.ts';
import type { Reconciliation } from '../../reports/reconcile/reconciliation.ts';
import { CustomsSystem, createMessageIds } from '../../simulators/customs/index.ts';
import { Journeys } from './journeys.ts';

/** A short time in which movements travel all at once, or one after the other. */
export interface RushOptions {
  readonly hub: string;
  /** Where the evidence goes. */
  readonly folder: string;
  readonly seed: number;
  readonly movements: number;
  readonly atOnce: number;
  readonly clock: Clock;
  /** Told who sits where before anything is said; what it begins ends with the last journey, when it calls what it gave. */
  readonly weather?: (rush: Rush) => () => Promise<unknown>;
  /** Every so many messages one is repeated unchanged after it was acknowledged; 0: none. */
  readonly repeatEvery?: number;
}

/** What goes on. */
export interface Rush {
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  readonly journal: Journal;
  readonly journeys: Journeys;
}

/** What came of it. */
export interface RushOutcome {
  readonly books: Reconciliation;
  /** Submissions that were answered by no message of the hub, with the status. */
  readonly turnedAway: number;
  /** Deliveries that the hub still has, by seat, when nothing moves any more. */
  readonly pending: Readonly<Record<string, number>>;
  /** Who received something and whose submission was acknowledged, in that order: `to ML`, `from TG`. */
  readonly order: readonly string[];
}

const DRAIN_WITHIN_MS = 20_000;
/** A queue that stays as it is for so long, with everything whole, will not run empty. */
const STILL_MS = 1500;

/** Lets movements travel over a hub, waits until nothing moves any more, consults every book and reconciles them. */
export async function rush(options: RushOptions): Promise<RushOutcome> {
  const { folder, clock, seed, movements, atOnce, repeatEvery = 0 } = options;
  await mkdir(folder, { recursive: true });
  const order: string[] = [];
  const journal = await Journal.open(join(folder, 'exchange.ndjson'), { keep: 0 });
  journal.subscribe(({ kind, from, to, answer }) => {
    if (answer?.status !== 202) return;
    if (kind === 'deliver') order.push(`to ${to}`);
    if (kind === 'submit') order.push(`from ${from}`);
  });
  const random = createRandom(seed).fork(`rush/${clock.now()}`);
  await using owned = new AsyncDisposableStack();
  const seats = await openSeats(options, random, journal, owned);
  const journeys = new Journeys({ seats, repeatEvery });
  const calm = options.weather?.({ seats, journal, journeys });
  const drawn = drawMovements(movements, random, clock);
  await journeys.travelAll(drawn, atOnce);
  await calm?.();
  const pending = await drained(seats, clock);
  await consult(seats, drawn);
  await owned.disposeAsync();
  await journal.close();
  return { books: await reconcile([folder]), turnedAway: journeys.turnedAway, pending, order };
}

function drawMovements(count: number, random: Random, clock: Clock): Movement[] {
  const reference = loadReferenceData();
  const corridors = [...reference.corridors.keys()];
  return Array.from({ length: count }, (_, sequence) =>
    generateMovement({
      random: random.fork(`movement/${sequence}`),
      reference,
      corridor: corridors[sequence % corridors.length] ?? '',
      salt: `rush-${clock.now()}`,
      sequence,
      now: clock.now() - 60_000,
    }),
  );
}

async function openSeats(
  { hub, clock }: RushOptions,
  random: Random,
  journal: Journal,
  owned: AsyncDisposableStack,
): Promise<Map<string, CustomsSystem>> {
  const reference = loadReferenceData();
  const seats = new Map<string, CustomsSystem>();
  for (const country of [...reference.countries].sort()) {
    const ids = createMessageIds(clock, random.fork(`ids/${country}`));
    const seat = await CustomsSystem.start({ country, hub, stack: 'rush', clock, journal, ids, reference });
    seats.set(country, owned.use(seat));
  }
  return seats;
}

/** Ends when all queues are empty, or stay as they are. */
async function drained(
  seats: ReadonlyMap<string, CustomsSystem>,
  clock: Clock,
): Promise<Record<string, number>> {
  for (const seat of seats.values()) await seat.register();
  let [before, since] = ['', clock.now()];
  const { last } = await eventually(
    async () => {
      const open: [string, number][] = [];
      for (const [country, seat] of seats) open.push([country, (await seat.deliveries()).body?.pending ?? 0]);
      return Object.fromEntries(open);
    },
    {
      until: (open) => {
        const seen = JSON.stringify(open);
        if (seen !== before) [before, since] = [seen, clock.now()];
        return Object.values(open).every((count) => count === 0) || clock.now() - since > STILL_MS;
      },
      withinMs: DRAIN_WITHIN_MS,
      clock,
    },
  );
  return last;
}
