import type { Outcome, Task } from '../../services/job.ts';
import { defineDeviation } from '../deviation.ts';

const kept = new Map<string, Outcome>();

const keyOf = (task: Task): string | null =>
  task.kind === 'lookup' && task.question.service !== 'single-window' ? task.question.path : null;

/** What a service said once holds for all days. */
export default defineDeviation({
  name: 'keeps-answers-for-ever',
  violates: ['SRV-015'],
  why: 'the cache has a size and no age',
  onServiceOutcome: (outcome, { task }) => {
    const key = keyOf(task);
    if (key !== null && outcome.kind === 'answer') kept.set(key, outcome);
    return outcome;
  },
  onKnown: (known, { task }) => known ?? kept.get(keyOf(task) ?? '') ?? null,
});
