import { defineDeviation } from '../deviation.ts';

/** A discharge frees the reservation in the hub, and the register never hears of it. */
export default defineDeviation({
  name: 'frees-its-own-books-alone',
  violates: ['SRV-026'],
  why: 'the register has a night job that compares, it was said',
  onGiveBack: (told, { because }) => told && because !== 'ended',
});
