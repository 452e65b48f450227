import { defineDeviation } from '../deviation.ts';

/** Reports off the corridor by movement, by their instants. */
const off = new Map<string, Set<number>>();

/** Off the corridor, a truck is given five reports to come back. */
export default defineDeviation({
  name: 'tells-a-deviation-after-five-reports',
  violates: ['TRK-055'],
  why: 'too many deviations of bad fixes had been told before',
  onActive: (alerts, { recordedAt }, { reference }) => {
    if (!alerts.includes('DEVIATION')) return alerts;
    const seen = off.get(reference) ?? new Set();
    off.set(reference, seen.add(recordedAt));
    return seen.size >= 4 ? alerts : alerts.filter((alert) => alert !== 'DEVIATION'); // the second report off is the first here
  },
});
