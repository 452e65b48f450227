import { defineDeviation } from '../deviation.ts';

/** The zone in which a device was registered is not applied. */
export default defineDeviation({
  name: 'takes-every-clock-for-utc',
  violates: ['TRK-035'],
  why: 'all devices of the first delivery were set to universal time',
  onZone: () => 0,
});
