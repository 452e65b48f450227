import { Counter, Trend } from 'k6/metrics';
import type { Step } from './unpack.ts';

// By message and country; the plan's limits are thresholds on them, and on http_req_failed, which k6 keeps anyway.
const answerMs = new Trend('corridor_answer_ms', true);
const stopped = new Counter('corridor_stopped');

/** Made once for each message of a country: an object for each answer costs k6 more than to count it. */
const made: Record<string, { message: string; country: string }> = {};
const tagsOf = ({ name, from }: Step): { message: string; country: string } =>
  (made[name + from] ??= { message: name, country: from });

/** One attempt was answered, or given up, after so long. */
export const countAnswer = (step: Step, ms: number): void => answerMs.add(ms, tagsOf(step));

/** A movement stopped before its end. */
export const countStopped = (step: Step): void => stopped.add(1, tagsOf(step));
