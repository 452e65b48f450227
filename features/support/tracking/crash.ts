import { restartOf } from '../restart-stack.ts';
import type { CorridorWorld } from '../world.ts';
import { readingOf } from './readings.ts';
import { trackingOf } from './tracking-desk.ts';

/** Answers that a device has before the stack is stopped under it: enough that several are under way together. */
const ANSWERED_BEFORE = 20;
const EVERY_SECONDS = 10;
/** Reports of a whole day; the stack stops long before. */
const MOST = 2_880;

/** A device that is answered reports on, until its connection breaks. */
export interface Reporting {
  /** Instants of the reports that were acknowledged, ISO 8601 UTC. */
  readonly acknowledged: readonly string[];
}

/**
 * The device reports as fast as it is answered; when it has had some answers the stack is stopped without warning and
 * started again.
 * @throws NotApplicableError where the target cannot be stopped by us
 */
export async function stopWhileReporting(world: CorridorWorld): Promise<Reporting> {
  const restart = restartOf(world);
  const desk = trackingOf(world);
  const link = await desk.connect(desk.current);
  const acknowledged: string[] = [];
  let stopped: Promise<void> | undefined;
  for (let count = 0; count < MOST; count += 1) {
    const reading = readingOf(world, { afterSeconds: count * EVERY_SECONDS });
    const [exchange] = await link.report([reading]);
    desk.readings.push(reading);
    if (exchange?.outcome !== 'accepted') break;
    acknowledged.push(new Date(reading.at).toISOString());
    if (acknowledged.length === ANSWERED_BEFORE) stopped = restart();
  }
  await (stopped ?? restart());
  return { acknowledged };
}
