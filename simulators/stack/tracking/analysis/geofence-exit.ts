import type { Movement } from '../../ledger/movement.ts';
import { analysis } from './analysis.ts';

/**
 * Left the zone of an office without what it has to give: the office of departure without release, a border without the
 * passage recorded by each office there, by what the book holds when the report comes. It lasts until the truck is back
 * in a zone, or the release or passage is there.
 * @source assumption: a passage may be told an hour late; the alert says what was not known when the truck left
 */
export const geofenceExit = analysis<{ offices: string }>({
  alert: 'GEOFENCE_EXIT',
  start: { offices: '' },
  look(before, _report, { here, movement }) {
    if (here && here.offices.length > 0) {
      const offices = here.offices.map(({ office }) => office).join(' ');
      return { active: false, after: { offices } };
    }
    const left = before.offices === '' ? [] : before.offices.split(' ');
    return { active: here !== null && left.some((office) => !isCleared(movement, office)), after: before };
  },
});

function isCleared({ legs, events, releaseMessage }: Movement, office: string): boolean {
  const role = legs.find((leg) => leg.office === office)?.role;
  if (role === 'DEPARTURE') return releaseMessage !== null;
  if (role === 'EXIT' || role === 'ENTRY')
    return events.some((event) => event.office === office && event.outcome === 'PASSED');
  return true;
}
