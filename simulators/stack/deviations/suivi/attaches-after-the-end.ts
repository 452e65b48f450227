import { defineDeviation } from '../deviation.ts';

/** A device is attached to a movement that is over. */
export default defineDeviation({
  name: 'attaches-after-the-end',
  violates: ['TRK-019'],
  why: 'assignments live in the database of the platform, which knows no states',
  onTransition: (to, { movement, on }) => (on === 'DeviceAssignment' && movement ? movement.state : to),
});
