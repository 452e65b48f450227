import { defineDeviation } from '../deviation.ts';

/** An accepted reservation has no number that a release could cite. */
export default defineDeviation({
  name: 'reserves-without-a-number',
  violates: ['GUA-002'],
  why: 'the reservation is found again by movement',
  onGuarantee: (result, { operation }) => {
    const { reservationId: _, ...rest } = result;
    return operation === 'RESERVE' ? rest : result;
  },
});
