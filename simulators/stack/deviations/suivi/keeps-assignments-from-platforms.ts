import { isPlatform } from '../../../../profile/identifiers/platform-code.ts';
import { defineDeviation } from '../deviation.ts';

/** The platform that listens to a device is not told that it is on a truck. */
export default defineDeviation({
  name: 'keeps-assignments-from-platforms',
  violates: ['TRK-010'],
  why: 'messages are delivered to administrations, and a platform is none',
  onRoute: (deliveries, { name }) =>
    name === 'DeviceAssignment' ? deliveries.filter((seat) => !isPlatform(seat)) : deliveries,
});
