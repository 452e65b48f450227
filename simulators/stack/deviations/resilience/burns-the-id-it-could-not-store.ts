import { defineDeviation } from '../deviation.ts';

/** Identifiers of submissions that failed in this life. */
const burnt = new Set<string>();

/** A message that failed once for want of a database is refused when it is repeated. */
export default defineDeviation({
  name: 'burns-the-id-it-could-not-store',
  violates: ['RES-002'],
  why: 'the identifier is put into the cache of keys before the transaction, and never taken out',
  onFault: (answer, { bytes }) => {
    burnt.add((JSON.parse(bytes.toString('utf8')) as { messageId: string }).messageId);
    return answer;
  },
  onFindings: (findings, { messageId }) =>
    burnt.has(String(messageId))
      ? [...findings, { code: 'DUPLICATE_ID', pointer: '/messageId', reason: 'identifiant déjà utilisé' }]
      : findings,
});
