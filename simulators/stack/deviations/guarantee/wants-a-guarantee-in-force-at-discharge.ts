import { defineDeviation } from '../deviation.ts';

/** When each guarantee ends, ms since the epoch. */
const endOf = new Map<string, number>();
const ended = { code: 'OUT_OF_SEQUENCE', pointer: '/messageType', reason: 'La garantie est échue.' };

/** A movement whose guarantee has ended meanwhile cannot be discharged. */
export default defineDeviation({
  name: 'wants-a-guarantee-in-force-at-discharge',
  violates: ['GUA-031'],
  why: 'the check of departure is run again at the end',
  onGuarantee: (result, { operation, guaranteeReference, terms }) => {
    if (operation === 'REGISTER')
      endOf.set(String(guaranteeReference), Date.parse((terms as { validUntil: string }).validUntil));
    return result;
  },
  onRefusal: (findings, { name, receivedAt }, movement) => {
    const end = endOf.get(movement?.notice.guarantee.reference ?? '') ?? Number.POSITIVE_INFINITY;
    return name === 'DischargeNotice' && receivedAt >= end ? [...findings, ended] : findings;
  },
});
