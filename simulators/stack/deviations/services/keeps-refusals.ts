import type { Outcome } from '../../services/job.ts';
import { defineDeviation } from '../deviation.ts';

const kept = new Map<string, Outcome>();

/** Who was unknown in the morning is unknown all day. */
export default defineDeviation({
  name: 'keeps-refusals',
  violates: ['SRV-016'],
  why: 'whatever the call gives back goes into the cache',
  onServiceOutcome: (outcome, { task }) => {
    if (task.kind === 'lookup' && outcome.kind === 'refusal') kept.set(task.question.path, outcome);
    return outcome;
  },
  onKnown: (known, { task }) =>
    known ?? (task.kind === 'lookup' ? (kept.get(task.question.path) ?? null) : null),
});
