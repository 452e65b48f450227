import { planeDistanceKm } from '../../../../fixtures/corridors/road.ts';
import { type Around, analysis, isMoving } from './analysis.ts';

/**
 * A stop longer than its timer outside the places where trucks stop: zones of the offices of the itinerary, and the towns
 * of the road, which have the same radius.
 * @source assumption
 */
export const unauthorisedStop = analysis<{ since: number | null }>({
  alert: 'UNAUTHORISED_STOP',
  start: { since: null },
  look(before, report, around) {
    if (isMoving(report)) return { active: false, after: { since: null } };
    const since = before.since ?? around.at;
    const tooLong = around.at - since >= around.limits.unauthorisedStopMs;
    return { active: tooLong && around.here !== null && !isStoppingPlace(around), after: { since } };
  },
});

function isStoppingPlace({ here, road, limits }: Around): boolean {
  if (!here || !road) return true;
  if (here.offices.length > 0) return true;
  return road.corridor.road.some(
    ({ latitudeDeg, longitudeDeg }) =>
      planeDistanceKm(latitudeDeg, longitudeDeg, here.lat, here.lon) <= limits.officeZoneKm,
  );
}
