import type { Outcome, Task } from '../../services/job.ts';
import { defineDeviation } from '../deviation.ts';

const kept = new Map<string, Outcome>();

/** The question without what stands behind the question mark; null for bills, which are never kept. */
const keyOf = (task: Task): string | null =>
  task.kind === 'lookup' && task.question.service !== 'single-window'
    ? (task.question.path.split('?', 1)[0] ?? null)
    : null;

/** What is known of a taxpayer is known of every year. */
export default defineDeviation({
  name: 'keeps-answers-without-their-year',
  violates: ['SRV-015'],
  why: 'the cache is keyed by taxpayer number',
  onServiceOutcome: (outcome, { task }) => {
    const key = keyOf(task);
    if (key !== null && outcome.kind === 'answer') kept.set(key, outcome);
    return outcome;
  },
  onKnown: (known, { task }) => known ?? kept.get(keyOf(task) ?? '') ?? null,
});
