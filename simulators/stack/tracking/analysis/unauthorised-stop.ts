import { planeDistanceKm } from '../../../../fixtures/corridors/road.ts';
import { type Around, analysis, isMoving } from './analysis.ts';

/** A truck that was found standing here and then there has moved between. km @source assumption: far above the errors of a fix */
const SAME_PLACE_KM = 0.5;

/**
 * A stop longer than its timer outside the places where trucks stop: zones of the offices of the itinerary, and the towns
 * of the road, which have the same radius.
 * @source assumption
 */
export const unauthorisedStop = analysis<Stop>({
  alert: 'UNAUTHORISED_STOP',
  start: { since: null, lat: null, lon: null },
  look(before, report, around) {
    const { at, here, limits } = around;
    if (isMoving(report)) return { active: false, after: { since: null, lat: null, lon: null } };
    const stop = begun(before, around);
    const tooLong = at - (stop.since ?? at) >= limits.unauthorisedStopMs;
    return { active: tooLong && here !== null && !isStoppingPlace(around), after: stop };
  },
});

/** Since when the truck stands, ms since the epoch, and where, as far as it is known. */
type Stop = { since: number | null; lat: number | null; lon: number | null };

function begun({ since, lat, lon }: Stop, { at, here }: Around): Stop {
  const isElsewhere =
    here !== null &&
    lat !== null &&
    lon !== null &&
    planeDistanceKm(lat, lon, here.lat, here.lon) > SAME_PLACE_KM;
  if (since === null || isElsewhere) return { since: at, lat: here?.lat ?? null, lon: here?.lon ?? null };
  return { since, lat: lat ?? here?.lat ?? null, lon: lon ?? here?.lon ?? null };
}

function isStoppingPlace({ here, road, limits }: Around): boolean {
  if (!here || !road) return true;
  if (here.offices.length > 0) return true;
  return road.corridor.road.some(
    ({ latitudeDeg, longitudeDeg }) =>
      planeDistanceKm(latitudeDeg, longitudeDeg, here.lat, here.lon) <= limits.officeZoneKm,
  );
}
