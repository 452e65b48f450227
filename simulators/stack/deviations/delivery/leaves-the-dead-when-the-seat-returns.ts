import { defineDeviation } from '../deviation.ts';

/** A seat that pulls again gets its new messages; its dead letters stay dead. */
export default defineDeviation({
  name: 'leaves-the-dead-when-the-seat-returns',
  violates: ['DLV-012'],
  why: 'nobody looks at dead letters unless told to',
  onRequeue: (requeue, { by }) => requeue && by !== 'pull',
});
