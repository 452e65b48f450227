import { Counter, Rate, Trend } from 'k6/metrics';
import type { LoadStep } from '../../fixtures/load/load-step.ts';

// By message and country; the plan's limits are thresholds on them. What is acknowledged is what has not failed.
const answerMs = new Trend('corridor_answer_ms', true);
const failed = new Rate('corridor_failed');
const lateMs = new Trend('corridor_late_ms', true);
const stopped = new Counter('corridor_stopped');

const tagsOf = ({ name, from }: LoadStep): { message: string; country: string } => ({
  message: name,
  country: from,
});

/** One attempt and how it went. */
export function count(step: LoadStep, tookMs: number, isAcknowledged: boolean): void {
  const tags = tagsOf(step);
  answerMs.add(tookMs, tags);
  failed.add(!isAcknowledged, tags);
}

/** A step began so much after its moment. */
export const countLate = (ms: number): void => lateMs.add(ms);

/** A movement stopped before its end. */
export const countStopped = (step: LoadStep): void => stopped.add(1, tagsOf(step));
