import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual, show } from './check.ts';
import { deliveries } from './recorded.ts';

/**
 * Each office that stayed silent is pointed out once to the country of departure and once to its own, and no other office is to
 * anybody (ARR-021).
 * @param offices codes of the silent offices
 */
export function silentBordersTold(
  records: readonly ExchangeRecord[],
  transitReference: string,
  departureCountry: string,
  offices: readonly string[],
): Observation[] {
  const told = deliveries(records)
    .filter(
      ({ name, message, status }) =>
        name === 'FindingNotice' &&
        status === 202 &&
        message.payload['kind'] === 'passage-missing' &&
        message.payload['transitReference'] === transitReference,
    )
    .map(({ to, message }) => `${show(message.payload['office'])} à ${to}`);
  const expected = offices.flatMap((office) =>
    [...new Set([departureCountry, office.slice(0, 2)])].map((country) => `${office} à ${country}`),
  );
  return [observeEqual('bureaux muets signalés', expected.sort(), told.sort())];
}
