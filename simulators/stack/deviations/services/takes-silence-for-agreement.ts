import { defineDeviation } from '../deviation.ts';

/** A question that fails ends, and nobody is told. */
export default defineDeviation({
  name: 'takes-silence-for-agreement',
  violates: ['SRV-008', 'SRV-020'],
  why: 'the exception is caught and logged: no answer, no objection',
  onServiceRetry: (pauseMs, { task }) => (task.kind === 'lookup' ? null : pauseMs),
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'service-silent'),
});
