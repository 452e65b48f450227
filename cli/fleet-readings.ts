import type { CorridorData } from '../fixtures/corridors/corridor-data.ts';
import { loadReferenceData } from '../fixtures/reference-data.ts';
import { JourneyReadings } from '../simulators/tracking/fleet/journey-readings.ts';
import { PlanReadings } from '../simulators/tracking/fleet/plan-readings.ts';
import type { Readings } from '../simulators/tracking/fleet/readings.ts';
import { RoadReadings } from '../simulators/tracking/fleet/road-readings.ts';
import { electronicSeal, wiredTracker } from '../simulators/tracking/journey/device-profiles.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { UsageError } from './failure.ts';
import type { FleetPart } from './fleet-part.ts';

/** Journeys that began so long before the simulation are joined on the road. */
const BEGUN_MS = 15 * 60_000;
const BUSIEST = 'LOME-CINKANSE-OUAGADOUGOU';
/** Fed by their own battery, with a lock. The others are wired. */
const SEALS: ReadonlySet<ProtocolName> = new Set(['jointech', 'jt808']);

/** What the devices of a command line measure. @param startAt beginning of the simulation, ms since the epoch */
export function chosenReadings(
  { journeys, corridor, seed, intervalMs, protocol, plan }: FleetPart,
  startAt: number,
): Readings {
  const { corridors } = loadReferenceData();
  if (plan)
    return new PlanReadings({ ...plan, corridor: named(corridors, BUSIEST), corridors, seed, intervalMs });
  if (!journeys) {
    return new RoadReadings({ corridor: named(corridors, corridor ?? BUSIEST), seed, intervalMs, startAt });
  }
  const roads = corridor === undefined ? [...corridors.values()] : [named(corridors, corridor)];
  const device = SEALS.has(protocol) ? electronicSeal : wiredTracker;
  const begins = { startsAt: startAt - BEGUN_MS, spreadMs: BEGUN_MS };
  return new JourneyReadings({ corridors: roads, seed, device, ...begins }, startAt);
}

function named(corridors: ReadonlyMap<string, CorridorData>, name: string): CorridorData {
  const corridor = corridors.get(name);
  if (corridor) return corridor;
  const names = [...corridors.keys()].join(', ');
  throw new UsageError('UNKNOWN_CORRIDOR', `Found no corridor "${name}".`, `Choose among: ${names}.`);
}
