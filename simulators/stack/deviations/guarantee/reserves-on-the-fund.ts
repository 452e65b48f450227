import { defineDeviation } from '../deviation.ts';

/** An amount is reserved on a contribution that has none. */
export default defineDeviation({
  name: 'reserves-on-the-fund',
  violates: ['GUA-032'],
  why: 'both kinds share one table, and the fund has no limit in it',
  onGuarantee: (result, { operation }) => {
    const refused = String(result['reasons']) === 'G05' && operation === 'RESERVE';
    return refused ? { ...result, accepted: true, reasons: [] } : result;
  },
});
