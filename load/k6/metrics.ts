import { Counter, Trend } from 'k6/metrics';
import type { Route } from './route.ts';

// By message and country; the plan's limits are thresholds on them, and on http_req_failed, which k6 keeps anyway.
const answerMs = new Trend('corridor_answer_ms', true);
const stopped = new Counter('corridor_stopped');

/** One attempt was answered, or given up, after so long. */
export const countAnswer = ({ tags }: Route, ms: number): void => answerMs.add(ms, tags);

/** A movement stopped before its end. */
export const countStopped = ({ tags }: Route): void => stopped.add(1, tags);
