import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { callsTo } from './service-calls.ts';

/**
 * A service is asked each of these questions exactly once, and nothing else (SRV-002).
 * @param paths path and query of each question, from the base address of the service
 */
export const questionsAsked = (
  records: readonly ExchangeRecord[],
  service: string,
  paths: readonly string[],
): Observation[] => [
  observeEqual(
    `questions à ${service}`,
    paths.map((path) => `GET ${path}`).sort(),
    callsTo(records, service)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ),
];
