import type { SubmissionAnswer } from '../../intake/answer.ts';
import { defineDeviation } from '../deviation.ts';

/** By movement, the questions of its notice that no service has answered yet, and who waits for the last of them. */
const open = new Map<string, Set<string>>();
const waiting = new Map<string, () => void>();

function answered(path: string): void {
  for (const [movement, paths] of open) {
    paths.delete(path);
    if (paths.size === 0) waiting.get(movement)?.();
  }
}

/** A notice is acknowledged when every service has answered what it gives rise to, or has failed to. */
export default defineDeviation({
  name: 'waits-for-the-services',
  violates: ['SRV-001'],
  why: 'the request is answered when all that it set off has ended',
  onServiceQuestions: (questions, { transitReference }) => {
    open.set(transitReference, new Set(questions.map(({ path }) => path)));
    return questions;
  },
  onKnown: (known, { task }) => {
    if (known && task.kind === 'lookup') answered(task.question.path);
    return known;
  },
  onServiceOutcome: (outcome, { task }) => {
    if (task.kind === 'lookup') answered(task.question.path);
    return outcome;
  },
  onAnswer: (answer, received) => {
    const movement = received?.name === 'TransitNotice' ? received.message.payload['transitReference'] : null;
    if (typeof movement !== 'string' || !open.get(movement)?.size) return answer;
    return new Promise<SubmissionAnswer>((resolve) => waiting.set(movement, () => resolve(answer)));
  },
});
