import { randomUUID } from 'node:crypto';
import { messageId as messageIdSchema } from '../../../profile/envelope/envelope.ts';
import { errorCatalogue } from '../../../profile/errors/error-catalogue.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import { repetitionOf } from '../../../profile/order.ts';
import type { ReferenceVersion } from '../../../profile/reference-versions.ts';
import { withoutAccessCode } from '../guarantees/access-code.ts';
import { askedAbout } from '../ledger/answers.ts';
import { locksOf, warn } from '../ledger/raise.ts';
import { finding } from '../ledger/step.ts';
import { findEarlier, storeMessage } from '../outbox/message-table.ts';
import { type Work, work } from '../outbox/work.ts';
import { warnOutOfStep } from '../reference/out-of-step.ts';
import type { StackContext } from '../stack-context.ts';
import { guestPlatforms } from '../tracking/guest-platforms.ts';
import type { Recovered, SubmissionAnswer } from './answer.ts';
import { dispatch } from './dispatch.ts';
import { type Attributed, attribute, judge } from './read.ts';
import { type Received, transitReferenceOfMessage } from './received.ts';

/**
 * Takes a submission: the message, its answer and all its effect are one transaction, so that what was acknowledged
 * has been done, and what was done is acknowledged when it is repeated.
 * @param held reference data that the caller says it works with
 * @throws ProblemError for what cannot be attributed to a message
 */
export async function submit(
  context: StackContext,
  given: { seat: string; bytes: Buffer },
  held: readonly ReferenceVersion[] = [],
): Promise<SubmissionAnswer> {
  const { seat, bytes } = context.hooks.onSubmission(given);
  const attributed = attribute(bytes, seat, context);
  await compareReference(context, attributed, held);
  const received = judge(attributed, bytes, context);
  if ('findings' in received) return refuse(context, attributed, received.findings);
  const answer = await accept(context, attributed, received);
  return answer ?? repeat(context, attributed, received);
}

/** Whether the message is then accepted or not: what is out of step may be why it is refused. */
async function compareReference(
  context: StackContext,
  { sender, messageId }: Attributed,
  held: readonly ReferenceVersion[],
): Promise<void> {
  if (held.length === 0 || seated(context, sender).length === 0) return;
  const relatesTo = isUuid(messageId) ? messageId : undefined;
  await work(context, [], (unit) => warnOutOfStep(unit, sender, held, relatesTo));
}

/** Null when the key is taken. */
async function accept(
  context: StackContext,
  attributed: Attributed,
  received: Received,
): Promise<SubmissionAnswer | null> {
  const { message } = received;
  const question = message.messageType === 'AT11' && message.recipient === 'hub';
  const asked = question ? await askedAbout(context.pool, message.correlationId) : null;
  const reference = transitReferenceOfMessage(message) ?? asked;
  const lock = reference ?? (message.messageType === 'AT20' ? `AT20 ${message.sender}` : null);
  const answer = await work(context, lock === null ? [] : [lock], async (unit) => {
    const body = acknowledgement(unit, received);
    const bytes = received.name === 'GuaranteeRequest' ? withoutAccessCode(message) : received.bytes;
    const { digest, receivedAt, late, conversation } = received;
    const { sender, messageId, messageType } = message;
    const stored = {
      sender,
      messageId,
      messageType,
      conversation,
      digest,
      bytes,
      receivedAt,
      late,
      answer: body,
    };
    if (!(await storeMessage(unit.transaction, stored))) {
      const earlier = await findEarlier(unit.transaction, sender, messageId);
      if (known(context, earlier, attributed)) return null;
    }
    await dispatch(unit, received, reference);
    return { status: 202, body };
  });
  return answer && context.hooks.onAnswer(answer, received);
}

function acknowledgement(unit: Work, { message, digest, receivedAt, conversation }: Received): Buffer {
  const { bytes } = unit.compose(
    message.sender,
    'Acknowledgement',
    {
      relatesTo: message.messageId,
      verdict: 'RECEIVED',
      digest,
      processingId: randomUUID(),
      receivedAt: new Date(receivedAt).toISOString(),
    },
    { correlationId: message.messageId, conversation },
  );
  return bytes;
}

/** What is remembered of an earlier message under this key, or null. */
const known = (
  { hooks, clock }: StackContext,
  earlier: Recovered | null,
  { value }: Attributed,
): Recovered | null => hooks.onDuplicate(earlier, value, { now: clock.now() });

/** The key was used before: the same content gets the same answer, other content an alarm (P03). */
async function repeat(
  context: StackContext,
  attributed: Attributed,
  received: Received | null,
): Promise<SubmissionAnswer> {
  const { sender, messageId, digest } = attributed;
  const earlier: Recovered | null = await findEarlier(context.pool, sender, messageId);
  const remembered = known(context, earlier, attributed);
  if (remembered && repetitionOf(remembered.digest, digest) === 'replay')
    return context.hooks.onAnswer({ status: 202, body: remembered.answer }, received);
  return refuseReuse(context, attributed);
}

async function refuse(
  context: StackContext,
  attributed: Attributed,
  findings: WireFinding[],
): Promise<SubmissionAnswer> {
  if (isUuid(attributed.messageId)) {
    const earlier = await findEarlier(context.pool, attributed.sender, attributed.messageId);
    if (known(context, earlier, attributed)) return repeat(context, attributed, null);
  }
  const skewed = findings.some(({ code, pointer }) => code === 'FUTURE_DATED' && pointer === '/preparedAt');
  if (!skewed) return refusal(context, attributed, findings, []);
  return refusal(context, attributed, findings, [
    {
      kind: 'clock-skew',
      detail: `Message daté du ${String(attributed.value['preparedAt']).slice(0, 40)} : horloge en avance.`,
    },
  ]);
}

const refuseReuse = (context: StackContext, attributed: Attributed): Promise<SubmissionAnswer> =>
  refusal(
    context,
    attributed,
    [finding('DUPLICATE_ID')],
    [
      {
        kind: 'duplicate-id',
        detail: `Identifiant ${attributed.messageId} déjà utilisé pour un autre contenu.`,
      },
    ],
  );

/** Answers AT91; nothing of the message is stored. Warnings, if any, go to the sender's queue. */
async function refusal(
  context: StackContext,
  { value, sender, messageId }: Attributed,
  findings: WireFinding[],
  warnings: readonly { readonly kind: string; readonly detail: string }[],
): Promise<SubmissionAnswer> {
  const reused = findings.some(({ code }) => code === 'DUPLICATE_ID');
  const { status } = errorCatalogue[reused ? 'DUPLICATE_ID' : 'MISSING_FIELD'];
  const { transitReference } = (value['payload'] ?? {}) as { transitReference?: unknown };
  const conversation = text(transitReference ?? value['conversationId']);
  const about = { reference: conversation, seat: sender };
  const correlation = isUuid(messageId) ? { relatesTo: messageId } : {};
  const links = { correlationId: isUuid(messageId) ? messageId : undefined, conversation };
  const notices = warnings.map((warning) => ({
    ...warning,
    ...correlation,
    recipients: seated(context, sender),
  }));
  const body = await work(context, notices.length > 0 ? locksOf(about) : [], async (unit) => {
    if (notices.length > 0) await warn(unit, notices, about);
    return unit.compose(sender, 'SyntaxError', { ...correlation, findings }, links).bytes;
  });
  return context.hooks.onAnswer({ status, body }, null);
}

const seated = ({ reference }: StackContext, seat: string): string[] =>
  [...reference.seats(), ...guestPlatforms(reference.seats())].includes(seat) ? [seat] : [];

/** An id of another form was never stored, and no refusal can name it. */
const isUuid = (id: string): boolean => messageIdSchema.safeParse(id).success;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[^\p{Cc}\p{Cs}]{1,64}$/u.test(value) ? value : undefined;
