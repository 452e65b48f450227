import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveries } from './recorded.ts';

/** Every attempt to deliver a message to a country goes to this path of its system, and to no other (DLV-021). */
export function deliveredUnder(
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
  room: string,
): Observation[] {
  const paths = records
    .filter((record) => record.to === country)
    .filter((record) => deliveries([record]).some(({ message }) => message.messageId === messageId))
    .map(({ path }) => path);
  return [
    observeEqual(`adresses des remises à ${country}`, [`${room}/v0/messages`], [...new Set(paths)], {
      message: messageId,
    }),
  ];
}

/** A message waits its turn: no attempt to deliver it to this country has come yet (DLV-016). */
export function notAttemptedYet(
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
): Observation[] {
  const attempts = deliveries(records).filter(
    ({ to, message }) => to === country && message.messageId === messageId,
  );
  return [observeEqual(`essais de remise à ${country}`, 0, attempts.length, { message: messageId })];
}
