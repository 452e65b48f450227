import { defineDeviation } from '../deviation.ts';

/** A contribution to the fund is published with an amount left of zero. */
export default defineDeviation({
  name: 'gives-a-fund-a-balance',
  violates: ['GUA-012'],
  why: 'every guarantee has an amount column, and it is not null',
  onPublish: (body, path) =>
    path.startsWith('/v0/guarantees/') && body['kind'] === 'fund'
      ? { ...body, referenceAmount: 0, reservedAmount: 0, availableAmount: 0 }
      : body,
});
