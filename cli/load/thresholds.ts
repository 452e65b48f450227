import type { Limit } from '../../profile/load/limit.ts';

/** The limits of a plan that k6 can watch itself, as thresholds on the metrics of `load/k6/metrics.ts`. */
export function thresholdsOf(limits: readonly Limit[]): Record<string, string[]> {
  const thresholds: Record<string, string[]> = {};
  const add = (metric: string, threshold: string): void => {
    thresholds[metric] = [...(thresholds[metric] ?? []), threshold];
  };
  for (const limit of limits) {
    if (limit.limit === 'answer-time') {
      const of = limit.message === undefined ? '' : `{message:${limit.message}}`;
      add(`corridor_answer_ms${of}`, `p(${limit.percentile})<=${limit.mostMs}`);
    }
    if (limit.limit === 'error-rate') add('http_req_failed', `rate<=${limit.most}`);
  }
  return thresholds;
}
