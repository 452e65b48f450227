import { defineDeviation } from '../deviation.ts';

/** What a silent register may have reserved stays reserved. */
export default defineDeviation({
  name: 'keeps-what-it-asked-for-in-vain',
  violates: ['SRV-025'],
  why: 'the request was refused, so there is nothing to undo',
  onGiveBack: (told, { because }) => told && because !== 'silent',
});
