import type { OfficeZone, Road } from '../../../../fixtures/corridors/road.ts';
import { planeDistanceKm } from '../../../../fixtures/corridors/road.ts';
import type { Movement } from '../../ledger/movement.ts';
import { type KeptReport, placedAt } from '../kept-report.ts';
import type { Analysis, Around, Here, Limits, Memory } from './analysis.ts';
import { arrivalGeofence } from './arrival-geofence.ts';
import { crossedBorder } from './crossed-border.ts';
import { deviation } from './deviation.ts';
import { geofenceExit } from './geofence-exit.ts';
import { lastingAlerts } from './lasting-alerts.ts';
import { lowBattery } from './low-battery.ts';
import { overspeed } from './overspeed.ts';
import { routeTimeout } from './route-timeout.ts';
import { unauthorisedStop } from './unauthorised-stop.ts';

/** All that a platform looks for by itself. A new analysis is one new file and one row here. */
const analyses: readonly Analysis[] = [
  crossedBorder,
  arrivalGeofence,
  deviation,
  geofenceExit,
  unauthorisedStop,
  overspeed,
  lowBattery,
  routeTimeout,
];

/** Under which it is remembered what the device itself warned of. */
const SAID = 'said';

/** What all analyses remember, by their alert, and what the device said. */
export type Memories = { readonly [alert: string]: Memory };

/** What a report shows. */
export interface Sight {
  /** Alerts that last, device's and found; `CODE` or `CODE detail`, each once. */
  readonly active: readonly string[];
  readonly after: Memories;
  readonly here: Here | null;
}

/** The road and the movement, which all reports of one device on one movement share. */
export interface Surroundings {
  readonly road: Road | null;
  readonly movement: Movement;
  readonly limits: Limits;
}

/** Looks at one report after those before it. */
export function lookAt(before: Memories, report: KeptReport, surroundings: Surroundings): Sight {
  const around: Around = {
    ...surroundings,
    at: placedAt(report),
    here: hereOf(report, surroundings),
  };
  const said = lastingAlerts(before[SAID] ?? null, report, around.at);
  const active = new Set<string>(said.alerts);
  const after: Record<string, Memory> = { [SAID]: said.after };
  for (const { alert, start, look } of analyses) {
    const found = look(before[alert] ?? start, report, around);
    after[alert] = found.after;
    if (found.active !== false) active.add(found.active === true ? alert : `${alert} ${found.active}`);
  }
  return { active: [...active], after, here: around.here };
}

function hereOf({ lat, lon, fixed }: KeptReport, { road, movement, limits }: Surroundings): Here | null {
  if (!road || !fixed || lat === null || lon === null) return null;
  const { km, distanceKm: offKm } = road.nearest(lat, lon);
  const inZone = (zone: OfficeZone): boolean =>
    planeDistanceKm(zone.lat, zone.lon, lat, lon) <= limits.officeZoneKm &&
    movement.legs.some(({ office }) => office === zone.office);
  return { lat, lon, km, offKm, offices: road.zones.filter(inZone) };
}
