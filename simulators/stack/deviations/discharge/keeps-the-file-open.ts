import { defineDeviation } from '../deviation.ts';

/** A discharged movement stays controlled. */
export default defineDeviation({
  name: 'keeps-the-file-open',
  violates: ['DIS-001'],
  why: 'the file is closed at the end of the month, by another department',
  onTransition: (to, { movement, on }) =>
    on === 'DischargeNotice' && movement?.state === 'CONTROLLED' && to === 'DISCHARGED' ? 'CONTROLLED' : to,
});
