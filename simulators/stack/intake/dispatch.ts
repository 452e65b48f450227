import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import { recipientsOf } from '../../../profile/routing.ts';
import { onRegister } from '../guarantees/register.ts';
import { takeAnswer } from '../ledger/answers.ts';
import { actsOnMovement } from '../ledger/apply.ts';
import { post, refuse } from '../ledger/post.ts';
import { answerQuery } from '../ledger/query.ts';
import { finding } from '../ledger/step.ts';
import { takeEvent } from '../ledger/take-event.ts';
import type { Work } from '../outbox/work.ts';
import { takeNotice } from '../reference/take-notice.ts';
import { onOutsideRegister, outsideRegister } from '../services/outside-register.ts';
import type { Received } from './received.ts';

/**
 * Gives an accepted message to the book it concerns; messages that concern none of the hub's go to their recipient.
 * @param reference the movement it is about, or null
 */
export async function dispatch(unit: Work, received: Received, reference: string | null): Promise<void> {
  const { name, message } = received;
  const toHub = message.recipient === 'hub';
  if (name === 'FindingNotice') return refuse(unit, received, [finding('NOT_THE_OWNER')]);
  if (actsOnMovement(received) && reference !== null) await post(unit, received, reference);
  else if (name === 'ReferenceDataNotice') return publish(unit, received);
  else if (name === 'GuaranteeRequest') await onGuarantee(unit, received);
  else if (name === 'MovementQuery' && toHub) await answerQuery(unit, received);
  else if (name === 'MovementResponse' && toHub && reference !== null)
    await takeAnswer(unit, received, reference);
  else if (name === 'TrackingEvent' && reference !== null) await takeEvent(unit, received, reference);
  else forward(unit, received);
}

/** To the register that keeps the guarantee. */
function onGuarantee(unit: Work, received: Received): Promise<void> {
  const { guaranteeReference } = received.message.payload as { guaranteeReference: string };
  const outside = outsideRegister(unit.context, guaranteeReference);
  return outside ? onOutsideRegister(unit, received, outside) : onRegister(unit, received);
}

/** To one seat, or to all. */
function forward(unit: Work, received: Received): void {
  const { message, bytes, late, conversation } = received;
  const { sender, messageId, messageType } = message;
  const told = recipientsOf(message, [], unit.context.reference.seats());
  const recipients = unit.context.hooks.onRoute(told, received, null);
  unit.deliver({ sender, messageId, messageType, conversation, late, bytes }, recipients);
}

async function publish(unit: Work, received: Received): Promise<void> {
  const taken = await takeNotice(unit, received);
  if ('findings' in taken) return refuse(unit, received, taken.findings satisfies WireFinding[]);
  forward(unit, received);
  const { reference, outbox } = unit.context;
  unit.afterwards(() => {
    reference.publish(taken.published);
    outbox.wake(taken.published.country);
  });
}
