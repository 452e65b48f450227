import { repetitionOf } from '../../../../profile/order.ts';
import { digestOf } from '../../outbox/work.ts';
import { defineDeviation } from '../deviation.ts';

const REPEATED = new Set(['DUPLICATE_MOVEMENT', 'ALREADY_PASSED']);

/** A message that comes again unchanged is taken for new: booked again, delivered again. */
export default defineDeviation({
  name: 'acts-on-every-repetition',
  violates: ['KEY-001', 'KEY-002'],
  why: 'the key is stored for the archive, and not looked up',
  onDuplicate: (earlier, message) =>
    earlier && repetitionOf(earlier.digest, digestOf(message)) === 'replay' ? null : earlier,
  onRefusal: (findings) => findings.filter(({ code }) => !REPEATED.has(code)),
});
