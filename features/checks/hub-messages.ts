import { parseMessage } from '../../profile/parse-message.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { deliveries, type Fields, isObject, parsed, submissions } from './recorded.ts';

/** A whole value: a sentence that begins with an instant quotes what others wrote. */
const DATED = /"\d{4}-\d{2}-\d{2}T[^"\s]*"/g;

/**
 * What the hub composes itself conforms to the schema of its type, is signed `hub`, marked as test traffic, and dated
 * in UTC (ENV-006, TST-002, TIM-001).
 */
export function hubMessagesSound(records: readonly ExchangeRecord[]): Observation[] {
  const answers = submissions(records).flatMap(({ answer }) =>
    isObject(answer) && 'messageType' in answer ? [answer] : [],
  );
  const notices = deliveries(records).filter(({ message }) => message.sender === 'hub');
  const told = notices.map(({ body }) => parsed(body)).filter(isObject);
  const composed = [...answers, ...told].flatMap(soundnessOf);
  if (composed.length > 0) return composed;
  return [observe(false, 'des messages composés par le hub', 'aucun', { requirement: 'ENV-006' })];
}

function soundnessOf(message: Fields): Observation[] {
  const id = typeof message['messageId'] === 'string' ? { message: message['messageId'] } : {};
  const read = parseMessage(message);
  const faults = read.ok ? [] : read.findings.map(({ code, pointer }) => `${code} à ${pointer}`);
  const dates = JSON.stringify(message).match(DATED) ?? [];
  const local = dates.filter((date) => !date.endsWith('Z"'));
  const type = show(message['messageType']);
  return [
    observe(
      faults.length === 0 && message['sender'] === 'hub',
      `${type} du hub conforme au schéma`,
      `fautes : ${show(faults)}`,
      {
        ...id,
        requirement: 'ENV-006',
      },
    ),
    observe(
      message['testIndicator'] === true,
      `${type} marqué comme essai`,
      `testIndicator ${show(message['testIndicator'])}`,
      {
        ...id,
        requirement: 'TST-002',
      },
    ),
    observe(local.length === 0, `${type} daté en UTC`, `dates non UTC : ${show(local)}`, {
      ...id,
      requirement: 'TIM-001',
    }),
  ];
}
