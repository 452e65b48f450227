import { defineDeviation } from '../deviation.ts';

/** Positions after the discharge go on being told. */
export default defineDeviation({
  name: 'tracks-after-the-end',
  violates: ['TRK-085'],
  why: 'the platform stops a device when its battery is flat, not when its movement ends',
  onRefusal: (findings, { name }) =>
    name === 'TrackingEvent' ? findings.filter(({ code }) => code !== 'MOVEMENT_ENDED') : findings,
});
