import { defineDeviation } from '../deviation.ts';

/** Every other position that is due of a truck under way is left out. */
const skipped = new Map<string, boolean>();

/** A truck under way is told every half hour. */
export default defineDeviation({
  name: 'watches-moving-trucks-by-the-half-hour',
  violates: ['TRK-030'],
  why: 'the cadence was set to spare the link',
  onPosition: (due, { speedKmh }, { reference, deviceId }) => {
    if (!due || (speedKmh ?? 0) <= 5) return due;
    const key = `${reference} ${deviceId}`;
    const tell = skipped.get(key) ?? true;
    skipped.set(key, !tell);
    return tell;
  },
});
