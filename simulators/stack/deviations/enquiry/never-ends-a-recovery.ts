import { defineDeviation } from '../deviation.ts';

/** A movement whose duties were paid cannot be discharged. */
export default defineDeviation({
  name: 'never-ends-a-recovery',
  violates: ['ENQ-007'],
  why: 'what was paid is known to the treasury',
  onTransition: (to, { movement, on }) =>
    on === 'DischargeNotice' && movement?.state === 'RECOVERY' ? null : to,
});
