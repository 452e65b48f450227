import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveries } from './recorded.ts';

/** A country accepts so many notices of a finding of this kind in the whole scenario, whatever they are about (VER-008, ENQ-012). */
export function findingsCounted(
  records: readonly ExchangeRecord[],
  kind: string,
  country: string,
  times: number,
): Observation[] {
  const notices = deliveries(records).filter(
    ({ name, to, status, message }) =>
      name === 'FindingNotice' && to === country && status === 202 && message.payload['kind'] === kind,
  );
  return [observeEqual(`constats ${kind} remis à ${country}`, times, notices.length)];
}
