import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { deliveriesOf, submissions } from './recorded.ts';

/**
 * What is delivered is, byte for byte, what was submitted, and so the same for every recipient (P01).
 * ENV-004 and RTE-006.
 */
export function sameBytesForAll(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const delivered = deliveriesOf(records, messageId);
  if (!submitted || delivered.length === 0)
    return [
      observe(false, 'le message déposé est remis', 'aucune remise', {
        requirement: 'ENV-004',
        message: messageId,
      }),
    ];
  const digests = new Set(delivered.map(({ bodyDigest }) => bodyDigest));
  return [
    ...delivered.map(({ to, bodyDigest }) =>
      observe(
        bodyDigest === submitted.bodyDigest,
        `${to} reçoit les octets déposés (SHA-256 ${submitted.bodyDigest.slice(0, 12)})`,
        `SHA-256 ${bodyDigest.slice(0, 12)}`,
        { requirement: 'ENV-004', message: messageId },
      ),
    ),
    observe(
      digests.size === 1,
      'les mêmes octets pour tous les destinataires',
      `${digests.size} contenu(s) différent(s)`,
      {
        requirement: 'RTE-006',
        message: messageId,
      },
    ),
  ];
}

/** A long message is delivered whole: the same observations, for what the scenario cites (ENV-008). */
export const deliveredWhole = (records: readonly ExchangeRecord[], messageId: string): Observation[] =>
  sameBytesForAll(records, messageId).map(({ requirement: _other, ...seen }) => seen);
