import { defineDeviation } from '../deviation.ts';

/** A movement is discharged before its control has a result. */
export default defineDeviation({
  name: 'discharges-on-arrival',
  violates: ['DIS-002'],
  why: 'arrived is taken for controlled',
  onTransition: (to, { movement, on }) =>
    on === 'DischargeNotice' && movement?.state === 'ARRIVED' ? (to ?? 'DISCHARGED') : to,
});
