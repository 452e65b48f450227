// Plays trucks for three days of virtual time in a process of its own, one after the other: a line after each number of
// trucks given, with readings so far, seconds of the processor, and MiB of heap after a collection and resident.
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { electronicSeal } from '../../../simulators/tracking/journey/device-profiles.ts';
import { fleetJourney } from '../../../simulators/tracking/journey/for-fleet.ts';

const DAY = 86_400_000;
const FIVE_MINUTES = 300_000;
const MIB = 2 ** 20;
const fleet = {
  corridors: [...loadReferenceData().corridors.values()],
  seed: 'bench',
  startsAt: Date.UTC(2026, 10, 2),
  spreadMs: DAY,
  device: { ...electronicSeal, movingEveryMs: FIVE_MINUTES, stoppedEveryMs: FIVE_MINUTES },
};

/** Three days from release, journey after journey; the number of readings that went out. */
function play(index: number): number {
  let readings = 0;
  let trip = 0;
  let journey = fleetJourney(fleet, index);
  let notBefore = journey.releasedAt;
  const until = notBefore + 3 * DAY;
  for (;;) {
    const emission = journey.next();
    if (emission && emission.sentAt > until) return readings;
    if (emission) {
      readings++;
      notBefore = emission.sentAt;
    } else {
      trip++;
      journey = fleetJourney(fleet, index, trip, notBefore);
    }
  }
}

let readings = 0;
let played = 0;
for (const total of process.argv.slice(2).map(Number)) {
  for (; played < total; played++) readings += play(played);
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  const seconds = (user + system) / 1e6;
  process.stdout.write(`${total} ${readings} ${seconds.toFixed(2)} ${heapUsed / MIB} ${rss / MIB}\n`);
}
