import type { Message } from '../../profile/messages/message.ts';
import { messageByWireCode } from '../../profile/messages/messages.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';

/** An object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A message as it crossed, read from a record: unchecked, since whoever sent it may be wrong. Members that every message
 * has are there, empty when they were missing or of another kind; `body` has it as it was.
 */
export interface RecordedMessage {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly message: Message;
  /** Name by meaning, e.g. `BorderPassage`; the wire code when the profile does not know it. */
  readonly name: string;
  readonly body: string;
  readonly bodyDigest: string;
  /** HTTP status of the answer; undefined without one. */
  readonly status: number | undefined;
  /** Body of the answer, parsed; undefined without one or when it is not JSON. */
  readonly answer: unknown;
  readonly answerBody: string | undefined;
  readonly fault: string | undefined;
  /** `Corridor-Cursor`, `Corridor-Attempt`, `Corridor-Late`: deliveries only. */
  readonly cursor: number | undefined;
  readonly attempt: number | undefined;
  readonly late: boolean;
}

/** Messages that the stack delivered to a seat, in order of reception, every attempt of them. */
export const deliveries = (records: readonly ExchangeRecord[]): RecordedMessage[] =>
  messagesOf(records, 'deliver');

/** Messages that seats submitted to the stack, in order. */
export const submissions = (records: readonly ExchangeRecord[]): RecordedMessage[] =>
  messagesOf(records, 'submit');

/** Deliveries of one message. */
export const deliveriesOf = (records: readonly ExchangeRecord[], messageId: string): RecordedMessage[] =>
  deliveries(records).filter(({ message }) => message.messageId === messageId);

/** The answer to the last query of this path by this seat: status and body. */
export function lastAnswer(
  records: readonly ExchangeRecord[],
  path: string,
  from?: string,
): { readonly status: number; readonly body: unknown } | undefined {
  const asked = records.filter(
    (record) =>
      record.kind !== 'deliver' && record.path === path && (from === undefined || record.from === from),
  );
  const answer = asked.at(-1)?.answer;
  return answer && { status: answer.status, body: bodyOf(answer) };
}

function messagesOf(records: readonly ExchangeRecord[], kind: ExchangeRecord['kind']): RecordedMessage[] {
  return records.flatMap((record) => {
    if (record.kind !== kind) return [];
    if (record.notUtf8) return []; // no JSON, whatever can be read of it
    const message = parsed(record.body) ?? namedByAnswer(record);
    return isMessage(message) ? [recordedMessage(record, message)] : [];
  });
}

/** Of a body too large to be kept only its digest is: who answered it says which message it was. */
function namedByAnswer({ body, bodyBytes, from, answer }: ExchangeRecord): Fields | undefined {
  if (body !== undefined || bodyBytes === 0) return undefined;
  const messageId = textIn(memberOf(parsed(answer?.body), 'payload'), 'relatesTo');
  return { messageId, sender: from, messageType: '' };
}

function recordedMessage(record: ExchangeRecord, message: Message): RecordedMessage {
  const { from, to, at, body = '', bodyDigest, answer, fault, headers } = record;
  return {
    from,
    to,
    at,
    message: withAllMembers(message),
    name: messageByWireCode(message.messageType)?.name ?? message.messageType,
    body,
    bodyDigest,
    status: answer?.status,
    answer: bodyOf(answer),
    answerBody: answer?.body,
    fault,
    cursor: numberOf(headers['corridor-cursor']),
    attempt: numberOf(headers['corridor-attempt']),
    late: headers['corridor-late'] === 'true',
  };
}

const isMessage = (value: unknown): value is Message =>
  isObject(value) && typeof value['messageType'] === 'string';

const withAllMembers = (message: Message): Message => ({
  ...message,
  messageId: textIn(message, 'messageId'),
  sender: textIn(message, 'sender') as Message['sender'],
  preparedAt: textIn(message, 'preparedAt'),
  payload: isObject(message.payload) ? message.payload : {},
});

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

const bodyOf = (answer: ExchangeRecord['answer']): unknown =>
  answer?.notUtf8 ? undefined : parsed(answer?.body);

/** Any text as JSON; undefined when there is none, or when it is not JSON. */
export function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value of any kind has members: no list, not null. */
export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of a value of any kind; undefined when it has none. */
export const memberOf = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

/** A text of a value of any kind; empty when it has none. */
export function textIn(value: unknown, key: string): string {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : '';
}

/** A number of a value of any kind; undefined when it has none. */
export function numberIn(value: unknown, key: string): number | undefined {
  const member = memberOf(value, key);
  return typeof member === 'number' ? member : undefined;
}

/** A list of a value of any kind, each entry with its members, if any; undefined when it has no such list. */
export function listIn(value: unknown, key: string): Fields[] | undefined {
  const list = memberOf(value, key);
  return Array.isArray(list) ? list.map((entry) => (isObject(entry) ? entry : {})) : undefined;
}
