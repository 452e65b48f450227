import { hash } from 'node:crypto';
import { instantOf } from '../../profile/clock.ts';
import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { WireFinding } from '../../profile/messages/parts/parts.ts';
import type { Attribution } from '../../profile/parse-message.ts';
import { PROBLEM_MEDIA_TYPE, type ProblemCode, problemOf } from '../../profile/problem.ts';
import type { Composer } from './compose-message.ts';
import type { SeatAnswer } from './seat-server.ts';

const MESSAGE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** SHA-256 of a canonical form, lower-case hexadecimal. @source profile decision P03 */
export const digestOf = (canonical: string): string => hash('sha256', canonical, 'hex');

/** 202 with the Acknowledgement (AT90). @source binding section 1 */
export function acknowledge(composer: Composer, message: Message, digest: string): SeatAnswer {
  const answer = envelope(composer, 'AT90', message.sender, message.messageId, message.conversationId, {
    relatesTo: message.messageId,
    verdict: 'RECEIVED',
    digest,
    processingId: composer.ids.next(),
    receivedAt: instantOf(composer.clock.now()),
  });
  return { status: 202, body: JSON.stringify(answer) };
}

/** 422 or 409 with the SyntaxError (AT91) and all findings. @source binding section 1; profile decision P04 */
export function refuse(
  composer: Composer,
  status: 409 | 422,
  { sender, messageId }: Attribution,
  findings: readonly WireFinding[],
): SeatAnswer {
  const related = MESSAGE_ID.test(messageId) ? messageId : undefined;
  const answer = envelope(composer, 'AT91', sender, related, undefined, {
    ...(related !== undefined && { relatesTo: related }),
    findings,
  });
  return { status, body: JSON.stringify(answer) };
}

/** Problem details for what cannot be attributed to a message. @source RFC 9457; binding section 7 */
export function problem(code: ProblemCode, detail?: string): SeatAnswer {
  const details = problemOf(code, detail);
  return { status: details.status, body: JSON.stringify(details), contentType: PROBLEM_MEDIA_TYPE };
}

function envelope(
  { country, clock, ids }: Composer,
  messageType: string,
  recipient: string,
  correlationId: string | undefined,
  conversationId: string | undefined,
  payload: Record<string, unknown>,
): Message {
  return {
    profileVersion: PROFILE_VERSION,
    messageId: ids.next(),
    messageType,
    sender: country,
    recipient,
    preparedAt: instantOf(clock.now()),
    ...(correlationId !== undefined && { correlationId }),
    ...(conversationId !== undefined && { conversationId }),
    testIndicator: true,
    payload,
  };
}
