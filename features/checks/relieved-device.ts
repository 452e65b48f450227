import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { textIn } from './recorded.ts';
import { eventsSent, toldEvents } from './tracking-events.ts';

/**
 * Nothing that happened to a device at this instant or after it was told to anybody, nor anything by another platform than
 * its own; before it something was, or its silence proves nothing.
 */
export function silentAfter(
  records: readonly ExchangeRecord[],
  {
    deviceId,
    platform,
    instant,
  }: { readonly deviceId: string; readonly platform: string; readonly instant: string },
): Observation[] {
  const events = eventsSent(records, { deviceId });
  const later = events.filter(
    // what is no instant lies nowhere
    ({ payload }) => !(Date.parse(textIn(payload, 'recordedAt')) < Date.parse(instant)),
  );
  const before = toldEvents(records, { deviceId }).filter(
    ({ payload }) => Date.parse(textIn(payload, 'recordedAt')) < Date.parse(instant),
  );
  const others = events.filter(({ payload }) => textIn(payload, 'platform') !== platform);
  return [
    observe(
      before.length > 0,
      `balise ${deviceId} : dite avant ${instant}`,
      `balise ${deviceId} : ${before.length} événement(s) dit(s) avant ${instant}`,
    ),
    observe(
      later.length === 0,
      `balise ${deviceId} : rien n'est dit de ${instant} et plus tard`,
      `balise ${deviceId} : dit de ${instant} ou plus tard à ${show(later.map(({ to }) => to))}`,
      later[0] ? { message: later[0].message } : {},
    ),
    observe(
      others.length === 0,
      `balise ${deviceId} : dite par ${platform}`,
      `balise ${deviceId} : dite par ${show([...new Set(others.map(({ payload }) => textIn(payload, 'platform')))])}`,
    ),
  ];
}
