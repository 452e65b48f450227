import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { memberOf, parsed } from './recorded.ts';
import { callsTo } from './service-calls.ts';

/** Who shall not be awaited, and by which message. */
export interface Awaited {
  readonly service: string;
  readonly messageId: string;
  /** How long the hub waits for an answer that does not come, seconds. */
  readonly limitS: number;
}

/**
 * Neither the acknowledgement of a message nor its first delivery to anybody comes after an answer of a service, or after the
 * hub has given one up (SRV-001).
 */
export function servicesNotAwaited(
  records: readonly ExchangeRecord[],
  { service, messageId, limitS }: Awaited,
): Observation[] {
  const over = callsTo(records, service).map((call) => overAt(call, limitS));
  const earliest = Math.min(...over);
  const about = records.filter(({ body }) => memberOf(parsed(body), 'messageId') === messageId);
  const accepted = about.filter(({ kind, answer }) => kind === 'submit' && answer?.status === 202);
  const delivered = Map.groupBy(
    about.filter(({ kind }) => kind === 'deliver'),
    ({ to }) => to,
  );
  const firsts = [...delivered.values()].map((attempts) => Math.min(...attempts.map(({ at }) => msOf(at))));
  const place = { message: messageId };
  return [
    observe(over.length > 0, `${service} interrogé`, `${over.length} appel(s)`, place),
    before('accusé de réception', accepted.map(answeredAt), earliest, place),
    before('première remise', firsts, earliest, place),
  ];
}

const msOf = (at: string): number => Date.parse(at);
const answeredAt = ({ at, answer }: ExchangeRecord): number => msOf(at) + (answer?.afterMs ?? 0);

/** The hub counts its limit from before the service saw the call. */
const ON_THE_WAY_MS = 500;

/** When a call came to its end: answered, broken at once, or given up by the hub. */
const overAt = (call: ExchangeRecord, limitS: number): number =>
  call.fault === 'hang' ? msOf(call.at) + limitS * 1000 - ON_THE_WAY_MS : answeredAt(call);

function before(
  what: string,
  instants: readonly number[],
  end: number,
  place: { readonly message: string },
): Observation {
  const late = instants.filter((instant) => instant >= end);
  const seen = late.map((instant) => `${Math.round(instant - end)} ms après`).join(', ');
  return observe(
    instants.length > 0 && late.length === 0,
    `${what} avant que le service ait répondu ou fait défaut`,
    instants.length === 0 ? `aucun(e) ${what}` : seen || `${instants.length} fois, avant`,
    place,
  );
}
