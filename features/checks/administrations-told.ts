import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { deliveriesOf } from './recorded.ts';

/**
 * A message reaches each administration that it concerns, once in effect, and nobody else (P01, P02).
 * @param messageId the message submitted
 * @param expected countries as the scenario names them - not computed from the itinerary
 */
export function administrationsTold(
  records: readonly ExchangeRecord[],
  messageId: string,
  expected: readonly string[],
): Observation[] {
  const told = [...new Set(deliveriesOf(records, messageId).map(({ to }) => to))].sort();
  const wanted = [...expected].sort();
  const all = observe(
    told.join() === wanted.join(),
    `administrations informées : ${show(wanted)}`,
    `administrations informées : ${show(told)}`,
    { message: messageId },
  );
  return [all, ...told.map((country) => acceptedOnce(records, messageId, country))];
}

/** Attempts may be many (at least once on the wire); one of them is accepted, and none follows it. */
function acceptedOnce(records: readonly ExchangeRecord[], messageId: string, country: string): Observation {
  const attempts = deliveriesOf(records, messageId).filter(({ to }) => to === country);
  const accepted = attempts.filter(({ status }) => status === 202).length;
  return observe(
    accepted === 1,
    `${country} : une remise acceptée`,
    `${country} : ${accepted} remise(s) acceptée(s)`,
    {
      message: messageId,
    },
  );
}

/** No delivery of this message to anybody: it was refused, or waits. */
export function nobodyTold(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const told = [...new Set(deliveriesOf(records, messageId).map(({ to }) => to))].sort();
  return [
    observe(
      told.length === 0,
      'aucune administration informée',
      `administrations informées : ${show(told)}`,
      {
        message: messageId,
      },
    ),
  ];
}

/** No message at all of the movement reached this country (P02). */
export function neverTold(
  records: readonly ExchangeRecord[],
  transitReference: string,
  country: string,
): Observation[] {
  const received = records.filter(
    ({ kind, to, body }) => kind === 'deliver' && to === country && body?.includes(transitReference),
  );
  return [
    observe(
      received.length === 0,
      `${country} ne reçoit aucun message du mouvement`,
      `${country} reçoit ${received.length} message(s) du mouvement`,
    ),
  ];
}
