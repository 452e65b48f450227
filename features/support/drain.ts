import type { Clock } from '../../profile/clock.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { isObject } from '../checks/recorded.ts';
import { InconclusiveError } from './errors.ts';
import { eventually } from './eventually.ts';

/** What a seat's queue at the hub looked like last. */
export interface QueueState {
  readonly seat: string;
  readonly pending: number;
  readonly processing: number;
  /** What the hub answered in place of these numbers. */
  readonly unreadable?: string;
}

export interface Drained {
  readonly drained: boolean;
  readonly queues: readonly QueueState[];
  readonly elapsedMs: number;
}

const WITHIN_MS = 10_000;

/**
 * The drain barrier (P05): waits until nothing is pending or in process for the seats in reach, so that what has not
 * come by then has not been sent. Asks the stack, never the clock. An InconclusiveError when the stack does not answer;
 * a queue that it does not tell in numbers is not waited for.
 */
export async function drain(
  seats: readonly Pick<CustomsSystem, 'country' | 'deliveries'>[],
  clock: Clock,
  withinMs: number = WITHIN_MS,
): Promise<Drained> {
  const { satisfied, last, elapsedMs } = await eventually(() => Promise.all(seats.map(queueOf)), {
    until: (queues) => queues.every(isEmpty) || queues.some(({ unreadable }) => unreadable !== undefined),
    withinMs,
    clock,
  });
  return { drained: satisfied && last.every(isEmpty), queues: last, elapsedMs };
}

const isEmpty = ({ pending, processing }: QueueState): boolean => pending === 0 && processing === 0;

const SHOWN_CHARACTERS = 120;

async function queueOf(seat: Pick<CustomsSystem, 'country' | 'deliveries'>): Promise<QueueState> {
  const { status, fault, body, bytes } = await seat.deliveries();
  if (status !== 200) throw notTold(seat.country, fault ?? `réponse ${status}`);
  const { pending, processing } = isObject(body) ? body : ({} as Record<string, unknown>);
  if (isCount(pending) && isCount(processing)) return { seat: seat.country, pending, processing };
  const unreadable = bytes.toString('utf8').slice(0, SHOWN_CHARACTERS);
  return { seat: seat.country, pending: Number.NaN, processing: Number.NaN, unreadable };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const notTold = (country: string, seen: string): InconclusiveError =>
  new InconclusiveError(
    `La cible ne dit plus l'état de ses remises à ${country} : ${seen}.`,
    'Vérifiez que la cible tourne encore ; son journal dit pourquoi elle ne répond pas.',
  );
