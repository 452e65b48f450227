import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { drain } from './drain.ts';
import { inSeconds, publish } from './publishing.ts';
import { advanceClock } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

/** What the queue of a country held before a scenario began. */
export interface QueueBefore {
  readonly lastQueued: number;
  readonly deadLetters: number;
}

/** The queues as a scenario finds them on a stack that others used before: its own deliveries count from there. */
export async function queuesBefore(
  seats: ReadonlyMap<string, CustomsSystem>,
): Promise<Map<string, QueueBefore>> {
  const read = async (seat: CustomsSystem): Promise<[string, QueueBefore]> => {
    const { body } = await seat.deliveries();
    const count = (of: unknown): number => (Number.isSafeInteger(of) ? Number(of) : 0);
    return [seat.country, { lastQueued: count(body?.lastQueued), deadLetters: count(body?.deadLetters) }];
  };
  return new Map(await Promise.all([...seats.values()].map(read)));
}

/** More than any time limit or timer that a scenario leaves running: limits are at most fifteen days off. */
const ALL_DUE_S = 20 * 86_400;

/**
 * Before a scenario that moves the clock and counts what is queued: all that others left to come due has come, such as the
 * findings about trucks that never arrive, and does not come among its own.
 */
export const letAllFallDue = (world: CorridorWorld): Promise<void> => advanceClock(world, ALL_DUE_S);

const DRAINED_WITHIN_MS = 2_000;

/**
 * After a scenario that touched the whole of a stack which others go on using: every country answers again, announced
 * absences are over, and what still waits for a simulated country counts as received. Judges nothing.
 */
export async function leaveAsFound(world: CorridorWorld): Promise<void> {
  const seats = [...world.environment.seats.values()];
  for (const seat of seats) {
    seat.behave();
    if (world.away.delete(seat.country)) await seat.comeBack();
  }
  for (const country of countriesAbsent(world)) await endAbsence(world, country);
  const { realClock } = world.run.settings;
  await Promise.all(seats.map(deliverDeadLetters));
  const { drained } = await drain(seats, realClock, DRAINED_WITHIN_MS);
  if (!drained) await Promise.all(seats.map(confirmAll));
}

/** Countries whose absence this scenario announced. */
function countriesAbsent({ sent }: CorridorWorld): Set<string> {
  const announced = sent.filter(({ message, submission }) => {
    const content = message.payload['content'] as { kind?: unknown } | undefined;
    return submission.status === 202 && content?.kind === 'UNAVAILABILITY';
  });
  return new Set(announced.map(({ message }) => message.sender));
}

/** A new announcement takes the place of the one before; this one is over in a second. */
async function endAbsence(world: CorridorWorld, country: string): Promise<void> {
  const [from, until] = [inSeconds(world, 0), inSeconds(world, 1)];
  const content = {
    kind: 'UNAVAILABILITY',
    type: 'S',
    from,
    until,
    fallback: 'Reprise du service.',
  } as const;
  await publish(world, country, content, 0);
}

/** Pulling from the end of the queue confirms all before it. @source binding section 2 */
async function confirmAll(seat: CustomsSystem): Promise<void> {
  const { body } = await seat.deliveries();
  if (body && body.pending > 0) await seat.hub.pull({ after: body.lastQueued });
}

/** A dead letter of ours would be one too many for the next scenario that counts them. */
async function deliverDeadLetters(seat: CustomsSystem): Promise<void> {
  const { body } = await seat.deliveries();
  if (body && body.deadLetters > 0) await seat.hub.redeliver();
}
