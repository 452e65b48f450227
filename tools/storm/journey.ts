import { journeyOf } from '../../features/support/scenario-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import type { Random } from '../../fixtures/random.ts';
import type { IncidentNoticePayload } from '../../profile/messages/incident-notice.ts';
import { type MessageName, messages } from '../../profile/messages/messages.ts';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';

/** One message of a journey: who sends it, what it says, and its number. */
export interface Step {
  readonly from: string;
  readonly name: MessageName;
  readonly payload: object;
  readonly numbers: { readonly movementVersion?: number; readonly originSeq?: number };
}

const AMENDED_SHARE = 0.3;
const INCIDENT_SHARE = 0.3;
const HELD_SHARE = 0.5;

/**
 * The messages of a journey about its movement, numbered, in order: now and then the notice is amended before the release, or
 * the truck breaks down on the road and goes on.
 */
export function stepsOf(movement: Movement, random: Random, reservationId: string | undefined): Step[] {
  const counts = new Map<string, number>();
  const next = (key: string): number => {
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return number;
  };
  return withIncidents(movement, random, reservationId).map(({ from, name, payload }) => {
    const { numbering } = messages[name];
    const numbers =
      numbering === 'movementVersion' ? { movementVersion: next('version') } : { originSeq: next(from) };
    return { from, name, payload, numbers };
  });
}

type Told = Pick<Step, 'from' | 'name' | 'payload'>;

function withIncidents(movement: Movement, random: Random, reservationId: string | undefined): Told[] {
  const amended = random.chance(AMENDED_SHARE);
  const breaksDown = random.chance(INCIDENT_SHARE) ? random.int(0, movement.passages.length - 1) : -1;
  let passages = -1;
  return journeyOf(movement).flatMap(({ from, name, payload }): Told[] => {
    const told = { from, name, payload };
    if (name === 'TransitNotice' && amended) return [told, { from, name, payload: amend(movement.notice) }];
    if (name === 'DepartureRelease' && reservationId !== undefined)
      return [{ from, name, payload: { ...payload, reservationId } }];
    if (name === 'BorderPassage') passages += 1;
    if (name !== 'BorderPassage' || passages !== breaksDown) return [told];
    return [told, ...breakdown(movement, from, breaksDown, random.chance(HELD_SHARE))];
  });
}

const amend = (notice: TransitNoticePayload): object => ({
  ...notice,
  status: 'AMENDED',
  vehicle: { ...notice.vehicle, driver: 'CONDUCTEUR FICTIF REMPLAÇANT' },
});

/** A truck breaks down just after a border, and goes on. */
function breakdown({ reference, passages }: Movement, from: string, after: number, hold: boolean): Told[] {
  const passage = passages[after];
  if (!passage) return [];
  const occurredAt = (minutes: number): string =>
    new Date(Date.parse(passage.passedAt ?? passage.presentedAt) + minutes * 60_000).toISOString();
  const incident = (status: IncidentNoticePayload['status'], minutes: number): Told => ({
    from,
    name: 'IncidentNotice',
    payload: {
      transitReference: reference,
      office: passage.office,
      code: '5',
      occurredAt: occurredAt(minutes),
      status,
      hold: hold && status === 'OPEN',
      place: { text: 'Point kilométrique fictif 12' },
      description: 'Panne du tracteur, marchandise intacte',
    },
  });
  return [incident('OPEN', 1), incident('CLOSED', 2)];
}
