import { defineDeviation } from '../deviation.ts';

/** Events of a device that is not on the truck are delivered as if it were. */
export default defineDeviation({
  name: 'follows-any-device',
  violates: ['TRK-027'],
  why: 'the transit reference of an event is trusted, the device is not looked at',
  onRefusal: (findings, { name }) =>
    name === 'TrackingEvent' ? findings.filter(({ code }) => code !== 'DEVICE_NOT_ATTACHED') : findings,
});
