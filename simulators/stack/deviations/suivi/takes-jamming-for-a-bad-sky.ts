import { defineDeviation } from '../deviation.ts';

/** A jammed signal is told as a lost one. */
export default defineDeviation({
  name: 'takes-jamming-for-a-bad-sky',
  violates: ['TRK-050'],
  why: 'one row of the mapping table serves both signals',
  onActive: (alerts) => alerts.map((alert) => (alert === 'GNSS_JAM' ? 'GNSS_LOSS' : alert)),
});
