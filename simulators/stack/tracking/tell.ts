import { PROFILE_VERSION } from '../../../profile/envelope/envelope.ts';
import { messages } from '../../../profile/messages/messages.ts';
import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { statement } from '../database/transaction.ts';
import { submitWithin } from '../intake/submit-within.ts';
import type { Movement } from '../ledger/movement.ts';
import type { Work } from '../outbox/work.ts';

const keep = statement(
  'tracking-event-insert',
  `insert into tracking_event (reference, platform, device_id, device_seq, payload)
   select $1, w.* from unnest($2::text[], $3::text[], $4::integer[], $5::json[]) as w on conflict do nothing`,
);

/** Tells events of one movement: each is a message of its platform and goes the way of any other, in this transaction. */
export async function tell(
  unit: Work,
  movement: Movement,
  honest: readonly TrackingEventPayload[],
): Promise<void> {
  const events = unit.context.hooks.onTrackingEvents([...honest], movement);
  if (events.length === 0) return;
  await keep(
    unit.transaction,
    movement.reference,
    events.map(({ platform }) => platform),
    events.map(({ deviceId }) => deviceId),
    events.map(({ deviceSeq }) => deviceSeq),
    events.map((event) => JSON.stringify(event)),
  );
  for (const payload of events) await submitWithin(unit, messageOf(unit, payload));
}

const messageOf = ({ context: { ids, environment }, at }: Work, payload: TrackingEventPayload) => ({
  profileVersion: PROFILE_VERSION,
  messageId: ids.next(),
  messageType: messages.TrackingEvent.wireCode,
  sender: payload.platform,
  recipient: 'territory',
  preparedAt: new Date(at).toISOString(),
  testIndicator: environment !== 'production',
  payload,
});

const told = statement<{ payload: TrackingEventPayload }>(
  'tracking-event-journey',
  'select payload from tracking_event where reference = $1',
);

/** All events told of a movement. */
export const findEvents = async (
  on: Parameters<typeof told>[0],
  reference: string,
): Promise<TrackingEventPayload[]> => (await told(on, reference)).map(({ payload }) => payload);
