import { defineDeviation } from '../deviation.ts';

/** A truck that stands is not told of until it moves again. */
export default defineDeviation({
  name: 'forgets-trucks-that-stand',
  violates: ['TRK-031'],
  why: 'a position that is that of before is held to be no news',
  onPosition: (due, { speedKmh }) => due && speedKmh !== 0,
});
