import { defineDeviation } from '../deviation.ts';

/** What could not be delivered for 72 h is deleted. */
export default defineDeviation({
  name: 'drops-dead-letters',
  violates: ['DLV-009', 'DLV-010'],
  why: 'the queue is kept short',
  onDelivered: (outcome) => (outcome === 'dead' ? 'ended' : outcome),
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'dead-letter'),
});
