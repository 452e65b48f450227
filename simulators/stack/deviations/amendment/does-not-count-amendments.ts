import { defineDeviation } from '../deviation.ts';

/** An amendment leaves the version of the movement as it was. */
export default defineDeviation({
  name: 'does-not-count-amendments',
  violates: ['AMD-005'],
  why: 'only what changes the state counts',
  onLedger: (movement, received) =>
    received?.message.payload['status'] === 'AMENDED'
      ? { ...movement, version: movement.version - 1 }
      : movement,
});
