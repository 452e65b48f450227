// Whether k6 runs here and reaches a stack:  k6 run -e HUB=http://127.0.0.1:8080 load/k6/probe.ts
import { check } from 'k6';
import { get } from 'k6/http';
import type { Options } from 'k6/options';

export const options: Options = { iterations: 1, vus: 1, thresholds: { checks: ['rate==1'] } };

/** Asks the hub once for its health. */
export default function probe(): void {
  const answer = get(`${__ENV['HUB']}/v0/health`, { redirects: 0, timeout: '10s' });
  check(answer, { 'the hub answers': ({ status }) => status === 200 });
}
