import { impossibleOrder } from '../../ledger/judge-passages.ts';
import { defineDeviation } from '../deviation.ts';

/** Fourteen minutes between the clocks of two offices are taken for an impossible order. */
export default defineDeviation({
  name: 'trusts-all-clocks',
  violates: ['PAS-010'],
  why: 'clocks are assumed to be synchronised',
  onFinding: (notices, movement) => {
    const last = movement?.events.at(-1);
    if (!movement || last?.outcome !== 'PASSED' || notices.length > 0) return notices;
    return impossibleOrder(movement, last, 0);
  },
});
