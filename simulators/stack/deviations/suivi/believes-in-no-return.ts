import { defineDeviation } from '../deviation.ts';

/** When a truck left the corridor, by movement. */
const left = new Map<string, number>();

/** A truck that has left the corridor once is off it for good: it is not told when it leaves again. */
export default defineDeviation({
  name: 'believes-in-no-return',
  violates: ['TRK-055'],
  why: 'the flag of a deviation is set and never cleared',
  onActive: (alerts, { recordedAt }, { reference }) => {
    const since = left.get(reference);
    if (since === undefined && alerts.includes('DEVIATION')) left.set(reference, recordedAt);
    const gone = since !== undefined && recordedAt > since;
    return gone && !alerts.includes('DEVIATION') ? [...alerts, 'DEVIATION'] : alerts;
  },
});
