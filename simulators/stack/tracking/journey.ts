import { type Journey, journey } from '../../../profile/export/tracking-shapes.ts';
import { parseOfficeCode } from '../../../profile/identifiers/office-code.ts';
import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { hasEnded } from '../ledger/ended.ts';
import { findEvents } from '../ledger/event-table.ts';
import type { Movement } from '../ledger/movement.ts';
import type { StackContext } from '../stack-context.ts';
import { countryOf } from './analysis/crossed-border.ts';
import { type Assignment, findAssignments } from './assignments.ts';
import { findStates } from './device-table.ts';
import { eventIdOf, measuresOf } from './event.ts';
import { happenedAt, type Told } from './happened-at.ts';
import { isHosted } from './hosted-platforms.ts';
import { findReports } from './report-table.ts';

const instant = (ms: number): string => new Date(ms).toISOString();

/** All that the platforms know of the journey of a movement, in the words of the profile. */
export async function journeyOf(context: StackContext, movement: Movement): Promise<Journey> {
  const { pool } = context;
  const { reference } = movement;
  const assignments = await findAssignments(pool, reference);
  const [events, reports, states] = await Promise.all([
    findEvents(pool, reference),
    findReports(pool, reference),
    findStates(pool, reference),
  ]);
  const road = context.roadOf(movement.corridor);
  const numbers = new Map(events.map(({ eventId, deviceSeq }) => [eventId, deviceSeq]));
  const positions = reports.map(({ platform, deviceId, placed: { report, memories } }) => {
    const device = { platform, deviceId };
    const territory = countryOf(memories ?? {}) ?? movement.owner;
    const eventId = eventIdOf(movement, device, report, null);
    const deviceSeq = numbers.get(eventId);
    return {
      eventId,
      ...(deviceSeq === undefined ? {} : { deviceSeq }),
      recordedAt: instant(report.recordedAt),
      ...measuresOf({ movement, device, report, territory, road }),
      ...(report.ahead ? { clockAhead: true } : {}),
    };
  });
  const guests = toldByGuests(events);
  const alerts = events
    .filter(({ kind }) => kind === 'ALERT')
    .sort(inTime)
    .map(asListed);
  const told = journey.parse({
    transitReference: movement.notice.transitReference,
    assignments: assignments.map(published),
    gaps: gapsOf(assignments, movement),
    positions: [...positions, ...guests],
    alerts,
    deviceStates: states.map(({ since, ...state }) => ({ ...state, since: instant(since) })),
  });
  return guests.length === 0 ? told : { ...told, positions: told.positions.toSorted(inTime) };
}

/** Of platforms that are not hosted here, what they told is all that is known. */
const toldByGuests = (events: readonly TrackingEventPayload[]) =>
  events.filter(({ kind, platform }) => kind === 'POSITION' && !isHosted(platform)).map(asListed);

const asListed = ({ transitReference: _reference, kind: _kind, ...told }: TrackingEventPayload) => told;

interface Timed extends Told {
  readonly deviceSeq?: number | undefined;
}

const inTime = (a: Timed, b: Timed): number =>
  happenedAt(a) - happenedAt(b) || (a.deviceSeq ?? 0) - (b.deviceSeq ?? 0);

const published = ({ platform, deviceId, attachedAt, detachedAt }: Assignment) => ({
  platform,
  deviceId,
  from: instant(attachedAt),
  ...(detachedAt === null ? {} : { until: instant(detachedAt) }),
});

/**
 * From the removal of a device by an office to the attachment of the next. One that lasts has no end; where the truck has arrived or
 * the movement is over, nobody awaits another device.
 */
function gapsOf(assignments: readonly Assignment[], movement: Movement): Journey['gaps'] {
  const awaited = !hasEnded(movement) && !movement.events.some(({ messageType }) => messageType === 'AT07');
  return assignments.flatMap(({ detachedAt, detachedOffice }, index) => {
    if (detachedAt === null || detachedOffice === null) return [];
    const next = assignments[index + 1];
    if (next ? next.attachedAt <= detachedAt : !awaited) return [];
    const until = next ? { until: instant(next.attachedAt) } : {};
    return [{ from: instant(detachedAt), where: parseOfficeCode(detachedOffice), ...until }];
  });
}
