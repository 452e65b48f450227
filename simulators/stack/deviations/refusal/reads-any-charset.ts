import { defineDeviation } from '../deviation.ts';

/** Text that is not UTF-8 is read all the same, with replacement characters where its letters were. */
export default defineDeviation({
  name: 'reads-any-charset',
  violates: ['ERR-001'],
  why: 'bytes are decoded leniently before anybody looks at them',
  onSubmission: ({ seat, bytes }) => ({ seat, bytes: Buffer.from(bytes.toString('utf8')) }),
});
