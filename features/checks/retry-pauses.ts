import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { memberOf, parsed } from './recorded.ts';
import { callsTo } from './service-calls.ts';

/** One pause between two attempts as it was watched: how many attempts there were before it, and at its end. */
export interface WatchedPause {
  readonly seconds: number;
  readonly before: number;
  readonly after: number;
}

/** How much of a pause is not judged: what clocks and the way of a message may take, and what a move of the clock hides. */
export const toleranceS = (seconds: number): number => 0.2 + seconds / 10;

/** Attempts to deliver a message to a country come at the end of their pauses, none before (DLV-022). */
export const pausesKept = (
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
  pauses: readonly WatchedPause[],
): Observation[] => kept(attemptsTo(records, country, messageId), pauses, { message: messageId });

/** Attempts of a request to a service come at the end of their pauses, none before (SRV-006). */
export const servicePausesKept = (
  records: readonly ExchangeRecord[],
  service: string,
  pauses: readonly WatchedPause[],
): Observation[] => kept(callsTo(records, service), pauses, {});

/** Attempts to deliver a message to a country, in order. */
export const attemptsTo = (
  records: readonly ExchangeRecord[],
  country: string,
  messageId: string,
): ExchangeRecord[] =>
  records.filter(
    ({ kind, to, body }) =>
      kind === 'deliver' && to === country && memberOf(parsed(body), 'messageId') === messageId,
  );

const kept = (
  attempts: readonly ExchangeRecord[],
  pauses: readonly WatchedPause[],
  place: { readonly message?: string },
): Observation[] => [
  observe(pauses.length > 0, 'des pauses observées', `${pauses.length} pause(s)`, place),
  ...pauses.flatMap(({ seconds, before, after }) => [
    observeEqual(`essais à la fin d'une pause de ${seconds} s`, 1, after - before, place),
    noneBefore(attempts, before, seconds, place),
  ]),
];

function noneBefore(
  attempts: readonly ExchangeRecord[],
  before: number,
  seconds: number,
  place: { readonly message?: string },
): Observation {
  const [earlier, next] = [attempts[before - 1], attempts[before]];
  const passedS = earlier && next ? (Date.parse(next.at) - Date.parse(earlier.at)) / 1000 : undefined;
  const least = seconds - toleranceS(seconds);
  return observe(
    passedS !== undefined && passedS >= least,
    `au moins ${least.toFixed(1)} s entre deux essais, pour une pause de ${seconds} s`,
    passedS === undefined ? 'aucun second essai' : `${passedS.toFixed(1)} s`,
    place,
  );
}
