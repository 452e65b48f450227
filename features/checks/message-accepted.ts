import { createHash } from 'node:crypto';
import { canonicalForm } from '../../profile/envelope/digest.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { submissions } from './recorded.ts';
import { lawRefusalsOf } from './refusals.ts';

/** The stack accepts the message: it acknowledges it, and no refusal follows. */
export function messageAccepted(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const refusals = lawRefusalsOf(records, messageId);
  return [
    observeEqual('réponse au dépôt', 202, submitted?.status ?? submitted?.fault, { message: messageId }),
    observe(
      refusals.length === 0,
      'aucun refus fonctionnel ne suit',
      refusals.length === 0
        ? 'aucun refus'
        : refusals.map(({ code, pointer }) => `${code} à ${pointer}`).join(', '),
      { message: messageId },
    ),
  ];
}

/** ENV-002 and ENV-003: the acknowledgement names the message it is about, and the digest of what it received. */
export function acknowledgementTrue(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const answer = submitted?.answer as
    | { correlationId?: string; payload?: Record<string, unknown> }
    | undefined;
  const digest = submitted && createHash('sha256').update(canonicalForm(submitted.message)).digest('hex');
  const place = { message: messageId };
  return [
    observeEqual('relatesTo', messageId, answer?.payload?.['relatesTo'], {
      ...place,
      requirement: 'ENV-002',
    }),
    observeEqual('correlationId', messageId, answer?.correlationId, { ...place, requirement: 'ENV-002' }),
    observeEqual('empreinte', digest, answer?.payload?.['digest'], { ...place, requirement: 'ENV-003' }),
  ];
}

/** Of messages that the profile allows where the scenario stands, those that were refused all the same (ENV-001, LED-007). */
export function refusalsOfLegal(
  records: readonly ExchangeRecord[],
  messageIds: readonly string[],
): Observation[] {
  const requirements = ['ENV-001', 'LED-007'];
  return messageIds.flatMap((messageId) =>
    messageAccepted(records, messageId)
      .map((observation, index) => ({ ...observation, requirement: requirements[index] ?? 'ENV-001' }))
      .filter(({ ok }) => !ok),
  );
}
