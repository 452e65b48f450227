import { defineDeviation } from '../deviation.ts';

/** Asked about a guarantee, the register does not say what is left. */
export default defineDeviation({
  name: 'tells-no-amount',
  violates: ['GUA-023'],
  why: 'a guarantee is good or it is not',
  onGuarantee: (result, { operation }) => {
    const { availableAmount: _, ...rest } = result;
    return operation === 'QUERY' ? rest : result;
  },
});
