import { analysis } from './analysis.ts';

/** In the zone of the office of destination; told when it is entered. */
export const arrivalGeofence = analysis<{ inside: boolean }>({
  alert: 'ARRIVAL_GEOFENCE',
  start: { inside: false },
  look(before, _report, { here }) {
    const inside = here ? here.offices.some(({ role }) => role === 'DESTINATION') : before.inside;
    return { active: inside, after: { inside } };
  },
});
