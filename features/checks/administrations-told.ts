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
  return [
    toldExactly(records, messageId, expected),
    ...toldOf(records, messageId).map((country) => acceptedOnce(records, messageId, country)),
  ];
}

/**
 * The same across a crash: what was accepted just before, the hub may deliver again, since it could not note it; it is the same
 * delivery then, at its place in the queue, and not another one (DLV-020).
 */
export function administrationsToldAcrossCrash(
  records: readonly ExchangeRecord[],
  messageId: string,
  expected: readonly string[],
): Observation[] {
  return [
    toldExactly(records, messageId, expected),
    ...toldOf(records, messageId).map((country) => oneDelivery(records, messageId, country)),
  ];
}

const toldOf = (records: readonly ExchangeRecord[], messageId: string): string[] =>
  [...new Set(deliveriesOf(records, messageId).map(({ to }) => to))].sort();

function toldExactly(
  records: readonly ExchangeRecord[],
  messageId: string,
  expected: readonly string[],
): Observation {
  const told = toldOf(records, messageId);
  const wanted = [...expected].sort();
  return observe(
    told.join() === wanted.join(),
    `administrations informées : ${show(wanted)}`,
    `administrations informées : ${show(told)}`,
    { message: messageId },
  );
}

function oneDelivery(records: readonly ExchangeRecord[], messageId: string, country: string): Observation {
  const accepted = deliveriesOf(records, messageId).filter(
    ({ to, status }) => to === country && status === 202,
  );
  const places = [...new Set(accepted.map(({ cursor }) => cursor))];
  return observe(
    places.length === 1 && places[0] !== undefined,
    `${country} : acceptée, toujours à la même place de la file`,
    `${country} : ${accepted.length} remise(s) acceptée(s), place(s) ${show(places)}`,
    { message: messageId },
  );
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
