import { defineDeviation } from '../deviation.ts';

/** A movement that arrived late cannot be discharged. */
export default defineDeviation({
  name: 'never-forgives-a-delay',
  violates: ['DIS-008'],
  why: 'a delay is settled at the counter before anything else',
  onTransition: (to, { movement, on }) =>
    on === 'DischargeNotice' && movement?.findings.some(({ kind }) => kind === 'overdue') ? null : to,
});
