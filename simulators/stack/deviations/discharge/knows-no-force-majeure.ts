import { defineDeviation } from '../deviation.ts';

/** A movement whose goods have burnt cannot be discharged. */
export default defineDeviation({
  name: 'knows-no-force-majeure',
  violates: ['DIS-005'],
  why: 'a discharge follows an arrival, always',
  onTransition: (to, { on, received }) =>
    on === 'DischargeNotice' && received?.message.payload['basis'] === 'FORCE_MAJEURE' ? null : to,
});
