import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, textIn } from './recorded.ts';

const findingsOf = (records: readonly ExchangeRecord[], kind: string) =>
  deliveries(records).filter(
    ({ name, message, status }) =>
      name === 'FindingNotice' && message.payload['kind'] === kind && status === 202,
  );

/** A finding of this kind names movement, notice, service and place (SRV-018); exactly one does, and it went to this country (SRV-017, SRV-020). */
export function serviceFindingTold(
  records: readonly ExchangeRecord[],
  kind: string,
  expected: {
    readonly service: string;
    readonly pointer: string;
    readonly movement: string;
    readonly notice: string;
    readonly country: string;
  },
): Observation[] {
  const about = findingsOf(records, kind).filter(({ message }) =>
    textIn(message.payload, 'detail').includes(expected.service),
  );
  const [first] = about;
  const detail = textIn(first?.message.payload, 'detail');
  return [
    observeEqual(
      `constat ${kind} au sujet de ${expected.service} remis à`,
      [expected.country],
      about.map(({ to }) => to),
    ),
    observeEqual(
      'mouvement du constat',
      expected.movement,
      textIn(first?.message.payload, 'transitReference'),
    ),
    observeEqual('message du constat', expected.notice, textIn(first?.message.payload, 'relatesTo')),
    observe(
      new RegExp(`${expected.pointer.replace(/[/]/g, '\\/')}(?![\\w/])`).test(detail),
      `le constat nomme ${expected.pointer}`,
      `le constat dit : ${show(detail)}`,
    ),
  ];
}

/** So many findings of this kind were delivered, to whomever (SRV-017, SRV-019, SRV-020). */
export const findingsTold = (
  records: readonly ExchangeRecord[],
  kind: string,
  count: number,
): Observation[] => [observeEqual(`constats ${kind} remis`, count, findingsOf(records, kind).length)];
