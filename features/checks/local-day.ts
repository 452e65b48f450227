import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveriesOf, lastAnswer, listIn, textIn } from './recorded.ts';

/** An instant of a message, the office whose clock counts, and the day that it must be there. */
interface ExpectedDay {
  readonly messageId: string;
  /** Of the payload, e.g. `passedAt`. */
  readonly field: string;
  readonly office: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Every recipient that turns the instant delivered into the published time zone of the office has this day (TIM-021). */
export function localDay(records: readonly ExchangeRecord[], expected: ExpectedDay): Observation[] {
  const { messageId, field, office, date } = expected;
  const place = { message: messageId, pointer: `/payload/${field}` };
  const offices = listIn(lastAnswer(records, '/v0/reference-data')?.body, 'offices');
  const zone = textIn(
    offices?.find(({ code }) => code === office),
    'timeZone',
  );
  const told = deliveriesOf(records, messageId);
  return [
    observe(zone !== '', `un fuseau publié pour ${office}`, `fuseau : ${show(zone)}`),
    observe(told.length > 0, 'une remise au moins', `${told.length} remise(s)`, place),
    ...told.map(({ to, message }) =>
      observeEqual(`jour lu par ${to}`, date, dayIn(zone, textIn(message.payload, field)), place),
    ),
  ];
}

/** The day of an instant in a zone; what is no zone, or no instant in UTC, has none. */
function dayIn(timeZone: string, instant: string): string {
  if (!instant.endsWith('Z') || Number.isNaN(Date.parse(instant))) return `aucun (${show(instant)})`;
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
  } catch {
    return `aucun (${show(timeZone)})`;
  }
}
