import { defineDeviation } from '../deviation.ts';

/** A device that was taken off the truck is told as one that was tampered with. */
export default defineDeviation({
  name: 'misses-a-detached-device',
  violates: ['TRK-059'],
  why: 'there is one alert for all that is done to a device',
  onActive: (alerts) => alerts.map((alert) => (alert === 'DEVICE_DETACHED' ? 'SEAL_TAMPER' : alert)),
});
