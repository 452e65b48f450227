import type { Clock } from '../../profile/clock.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { eventually } from './eventually.ts';

const DRAIN_WITHIN_MS = 120_000;
/** A queue that stays as it is for so long, with everything whole, will not run empty. */
const STILL_MS = 8_000;
const AT_ONCE = 16;

type Seats = ReadonlyMap<string, CustomsSystem>;

/** What of a movement its books are found by. */
export interface Booked {
  readonly reference: string;
  readonly departureCountry: string;
  readonly destinationCountry: string;
  readonly guarantee: {
    readonly registrar: string;
    readonly register: { readonly guaranteeReference: string };
  };
}

/**
 * The traffic is over: each seat says that it is there, which wakes what waits for it.
 * @param withinMs longest wait, real time, ms
 * @param stillMs queues that are as they were for so long are given up, ms
 * @returns whether all queues ran empty
 */
export async function drain(
  seats: Seats,
  clock: Clock,
  withinMs = DRAIN_WITHIN_MS,
  stillMs = STILL_MS,
): Promise<boolean> {
  for (const seat of seats.values()) await seat.register();
  let [before, since] = ['', clock.now()];
  const { last } = await eventually(() => Promise.all([...seats.values()].map(openOf)), {
    until: (open) => {
      const seen = open.join(' ');
      if (seen !== before) [before, since] = [seen, clock.now()];
      return isEmpty(open) || clock.now() - since > stillMs;
    },
    withinMs,
    clock,
  });
  return isEmpty(last);
}

const isEmpty = (open: readonly number[]): boolean => open.every((count) => count === 0);

async function openOf(seat: CustomsSystem): Promise<number> {
  const { status, body } = await seat.deliveries();
  return status === 200 && body ? body.pending + body.deadLetters + body.processing : Number.NaN;
}

/** Every book is consulted, so that the evidence says what the hub makes of all this: queues, dead letters, ledger, register. */
export async function consult(
  seats: Seats,
  movements: readonly Booked[],
  signal?: AbortSignal,
): Promise<void> {
  for (const seat of seats.values()) {
    await seat.deliveries();
    await seat.hub.deadLetters();
  }
  const left = [...movements];
  const reader = async (): Promise<void> => {
    for (let movement = left.pop(); movement && !signal?.aborted; movement = left.pop()) {
      const { reference, departureCountry, destinationCountry, guarantee } = movement;
      await seats.get(departureCountry)?.query(reference);
      await seats.get(destinationCountry)?.query(reference);
      await seats.get(guarantee.registrar)?.guarantee(guarantee.register.guaranteeReference);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
}
