import { defineDeviation } from '../deviation.ts';

/** Discharge by force majeure leaves the amount reserved. */
export default defineDeviation({
  name: 'holds-on-after-a-loss',
  violates: ['GUA-022'],
  why: 'goods that are lost have not arrived, and only arrival gives back',
  onReservation: (change, { message }) =>
    message.payload['basis'] === 'FORCE_MAJEURE' ? { ...change, release: false } : change,
});
