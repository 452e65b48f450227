import { PROFILE_VERSION } from '../../../profile/envelope/envelope.ts';
import { messages } from '../../../profile/messages/messages.ts';
import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { submitWithin } from '../intake/submit-within.ts';
import type { Movement } from '../ledger/movement.ts';
import type { Work } from '../outbox/work.ts';
import { TrackingError } from './tracking-error.ts';

/**
 * Tells events of one movement: each is a message of its platform and goes the way of any other, in this transaction.
 * @throws when one is no message: nothing of the transaction counts, and the device is not answered
 */
export async function tell(
  unit: Work,
  movement: Movement,
  honest: readonly TrackingEventPayload[],
): Promise<void> {
  const events = unit.context.hooks.onTrackingEvents([...honest], movement);
  if (events.length === 0) return;
  for (const payload of events)
    if (!(await submitWithin(unit, messageOf(unit, payload))))
      throw new TrackingError(
        'EVENT_NOT_TAKEN',
        `Failed to tell the event ${payload.eventId}: the hub does not take it as a message.`,
      );
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
