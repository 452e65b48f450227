import type { Clock } from '../../profile/clock.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { InconclusiveError } from './errors.ts';
import { eventually } from './eventually.ts';

/** What a seat's queue at the hub looked like last. */
export interface QueueState {
  readonly seat: string;
  readonly pending: number;
  readonly processing: number;
}

export interface Drained {
  readonly drained: boolean;
  readonly queues: readonly QueueState[];
  readonly elapsedMs: number;
}

const WITHIN_MS = 10_000;

/**
 * The drain barrier (P05): waits until nothing is pending or in process for the seats in reach, so that what has not
 * come by then has not been sent. Asks the stack, never the clock. An InconclusiveError when the stack does not answer.
 */
export async function drain(
  seats: readonly CustomsSystem[],
  clock: Clock,
  withinMs: number = WITHIN_MS,
): Promise<Drained> {
  const { satisfied, last, elapsedMs } = await eventually(() => Promise.all(seats.map(queueOf)), {
    until: (queues) => queues.every(({ pending, processing }) => pending === 0 && processing === 0),
    withinMs,
    clock,
  });
  return { drained: satisfied, queues: last, elapsedMs };
}

async function queueOf(seat: CustomsSystem): Promise<QueueState> {
  const { status, fault, body } = await seat.deliveries();
  if (status === 200 && body)
    return { seat: seat.country, pending: body.pending, processing: body.processing };
  throw new InconclusiveError(
    `La cible ne dit plus l'état de ses remises à ${seat.country} : ${fault ?? `réponse ${status}`}.`,
    'Vérifiez que la cible tourne encore ; son journal dit pourquoi elle ne répond pas.',
  );
}
