import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';

/** Every submission got an answer within this time (TIM-002). */
export function answeredWithin(records: readonly ExchangeRecord[], seconds: number): Observation[] {
  const asked = records.filter(({ kind }) => kind === 'submit');
  const slowest = Math.max(...asked.map(({ answer }) => answer?.afterMs ?? Number.POSITIVE_INFINITY));
  return [
    observe(
      asked.length > 0 && slowest < seconds * 1000,
      `chaque dépôt répondu en moins de ${seconds} s`,
      asked.length === 0 ? 'aucun dépôt' : `${asked.length} dépôt(s), le plus lent en ${slowest} ms`,
    ),
  ];
}
