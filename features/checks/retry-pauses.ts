import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveriesOf } from './recorded.ts';

/** One pause between two attempts as it was watched: how many exchanges were recorded before it, half through, and at its end. */
export interface WatchedPause {
  readonly seconds: number;
  readonly before: number;
  readonly halfway: number;
  readonly after: number;
}

/** In the first half of each pause no attempt comes, in the second half one does (DLV-022). */
export function pausesKept(
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
  pauses: readonly WatchedPause[],
): Observation[] {
  const attempts = (from: number, to: number): number =>
    deliveriesOf(records.slice(from, to), messageId).filter((delivery) => delivery.to === country).length;
  const place = { message: messageId };
  return pauses.flatMap(({ seconds, before, halfway, after }) => [
    observeEqual(
      `essais dans la première moitié d'une pause de ${seconds} s`,
      0,
      attempts(before, halfway),
      place,
    ),
    observeEqual(`essais à la fin d'une pause de ${seconds} s`, 1, attempts(halfway, after), place),
  ]);
}
