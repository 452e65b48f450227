import { Counter, Trend } from 'k6/metrics';
import type { LoadStep } from '../../fixtures/load/load-step.ts';

// By message and country; the plan's limits are thresholds on them, and on http_req_failed, which k6 keeps anyway.
const answerMs = new Trend('corridor_answer_ms', true);
const stopped = new Counter('corridor_stopped');

const tagsOf = ({ name, from }: LoadStep): { message: string; country: string } => ({
  message: name,
  country: from,
});

/** One attempt was answered, or given up, after so long. */
export const countAnswer = (step: LoadStep, ms: number): void => answerMs.add(ms, tagsOf(step));

/** A movement stopped before its end. */
export const countStopped = (step: LoadStep): void => stopped.add(1, tagsOf(step));
