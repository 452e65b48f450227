import { defineDeviation } from '../deviation.ts';

/** Asked to deliver dead letters again, the stack says yes and does nothing. */
export default defineDeviation({
  name: 'never-digs-up',
  violates: ['DLV-011'],
  why: 'a dead letter has left the queue for good, the request is filed',
  onRequeue: (requeue, { by }) => requeue && by !== 'demand',
});
