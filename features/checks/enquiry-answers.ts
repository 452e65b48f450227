import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual } from './check.ts';
import { deliveries } from './recorded.ts';

/** The answer to an enquiry (AT13) reaches exactly these countries, from this one and with this code (ENQ-004). */
export function enquiryAnswered(
  records: readonly ExchangeRecord[],
  enquiryId: string,
  expected: { readonly country: string; readonly code: string; readonly countries: readonly string[] },
): Observation[] {
  const answers = deliveries(records).filter(
    ({ name, message }) => name === 'EnquiryResponse' && message.correlationId === enquiryId,
  );
  const [first] = answers;
  const place = { message: enquiryId };
  return [
    observeEqual(
      'réponse remise à',
      [...expected.countries].sort(),
      answers.map(({ to }) => to).sort(),
      place,
    ),
    observeEqual('réponse de', expected.country, first?.message.sender, place),
    observeEqual('code de la réponse', expected.code, first?.message.payload['code'], place),
  ];
}
