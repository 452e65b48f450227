import { digestOf } from '../../outbox/work.ts';
import { defineDeviation } from '../deviation.ts';

/** Other content under a used id takes effect like a new message. */
export default defineDeviation({
  name: 'acts-on-a-refused-id',
  violates: ['KEY-003', 'KEY-007'],
  why: 'the id is looked up together with the digest, and that pair is new',
  onDuplicate: (earlier, message) => (earlier?.digest === digestOf(message) ? earlier : null),
});
