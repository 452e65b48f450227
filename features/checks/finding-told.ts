import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, sameJson, show } from './check.ts';
import { deliveries, type RecordedMessage } from './recorded.ts';

/**
 * A finding about one message (AT93 `relatesTo`) reaches exactly these countries, once each; whether it stands in a
 * ledger entry too is not asked here (KEY-004: an id names no movement).
 */
export function findingAbout(
  records: readonly ExchangeRecord[],
  kind: string,
  messageId: string,
  expected: readonly string[],
): Observation[] {
  const notices = deliveries(records).filter(
    ({ name, message }) => name === 'FindingNotice' && message.payload['kind'] === kind,
  );
  const about = notices.filter(({ message }) => message.payload['relatesTo'] === messageId);
  const told = about.filter(({ status }) => status === 202).map(({ to }) => to);
  const wanted = [...expected].sort();
  return [
    observe(
      sameJson(wanted, told.sort()),
      `constat ${kind} au sujet de ce message (relatesTo) remis à : ${show(wanted)}`,
      `constat ${kind} remis à : ${show(told)}${incomplete(notices, about)}`,
      { message: messageId },
    ),
  ];
}

/** Notices that came and do not count: the sender must not look for them among those that never left. */
function incomplete(notices: readonly RecordedMessage[], about: readonly RecordedMessage[]): string {
  const unrelated = notices.filter(({ message }) => message.payload['relatesTo'] === undefined);
  const refused = about.filter(({ status }) => status !== 202);
  const said = [
    ...unrelated.map(({ to }) => `remis à ${to}, mais sans relatesTo`),
    ...refused.map(({ to, status }) => `refusé par ${to} (${status ?? 'sans réponse'})`),
  ];
  return said.length === 0 ? '' : ` ; ${said.join(', ')}`;
}
