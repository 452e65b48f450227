import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { canonicalForm } from '../../../profile/envelope/digest.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type { Observation } from '../check.ts';

/** The movement of the planted evidence. */
export const REFERENCE = '26TG0LOM1T00000014';
export const GUARANTEE = '26TGCTG000000001';
const NOON = '2026-11-20T12:00:00.000Z';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const idOf = (n: number): string => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A message of Togo to the road, unless told otherwise; `n` makes its id. */
export const message = (name: MessageName, n: number, changes: Partial<Message> = {}): Message => ({
  profileVersion: '0.1',
  messageId: idOf(n),
  messageType: messages[name].wireCode,
  sender: 'TG',
  recipient: 'route',
  preparedAt: NOON,
  testIndicator: true,
  ...changes,
  payload: { transitReference: REFERENCE, ...changes.payload },
});

/** What an honest hub acknowledges a message with. */
export const acknowledgementOf = (received: Message, n: number): Message => ({
  ...message('Acknowledgement', n, {
    sender: 'hub',
    recipient: received.sender,
    correlationId: received.messageId,
  }),
  payload: {
    relatesTo: received.messageId,
    verdict: 'RECEIVED',
    digest: digestOf(canonicalForm(received)),
    processingId: '01930000-0000-4000-8000-000000000001',
    receivedAt: NOON,
  },
});

interface Answer {
  readonly status?: number;
  readonly answer?: unknown;
  readonly fault?: string;
  readonly afterMs?: number;
}

const answered = ({ status = 202, answer = {}, fault, afterMs = 1 }: Answer): Partial<ExchangeRecord> => {
  const body = JSON.stringify(answer);
  return fault === undefined
    ? { answer: { status, body, bodyDigest: digestOf(body), bodyBytes: body.length, afterMs } }
    : { fault };
};

const recordOf = (
  kind: ExchangeRecord['kind'],
  [from, to]: readonly [string, string],
  body: string,
  rest: Partial<ExchangeRecord> = {},
): ExchangeRecord => ({
  kind,
  at: NOON,
  from,
  to,
  method: 'POST',
  path: '/v0/messages',
  headers: {},
  body,
  bodyDigest: digestOf(body),
  bodyBytes: body.length,
  scenario: null,
  ...rest,
});

/** A seat submitted this and was answered. */
export const submitted = (sent: Message, answer: Answer = {}): ExchangeRecord =>
  recordOf('submit', [sent.sender, 'hub'], JSON.stringify(sent), answered(answer));

/** The hub delivered this to a seat, which answered. */
export const delivered = (
  sent: Message,
  to: string,
  {
    cursor,
    attempt = 1,
    late,
    ...answer
  }: Answer & { cursor?: number; attempt?: number; late?: boolean } = {},
): ExchangeRecord => {
  const headers = {
    'corridor-attempt': String(attempt),
    ...(cursor !== undefined && { 'corridor-cursor': String(cursor) }),
    ...(late && { 'corridor-late': 'true' }),
  };
  return recordOf('deliver', ['hub', to], JSON.stringify(sent), { headers, ...answered(answer) });
};

/** The device of the planted evidence; unless told otherwise its events happened at this instant. */
export const DEVICE = 'FICTIF-1';
export const TEN = '2026-11-20T10:00:00.000Z';

/** A position of the device, as the hub delivered it to a seat; `n` makes its ids. */
export const event = (n: number, payload: object = {}, to = 'TG', status = 202): ExchangeRecord => {
  const own = { deviceId: DEVICE, eventId: `event ${n}`, deviceSeq: n, kind: 'POSITION', recordedAt: TEN };
  const sent = { sender: 'TRK-TG', recipient: 'territory', payload: { ...own, ...payload } } as const;
  return delivered(message('TrackingEvent', n, sent), to, { status });
};

/** A device sent this to its platform and heard these bytes, hexadecimal; a Jointech unless told otherwise. */
export function frame(
  deviceId: string,
  what: string,
  {
    heard,
    fault,
    protocol = 'jointech',
  }: { readonly heard?: string; readonly fault?: string; readonly protocol?: string } = {},
): ExchangeRecord {
  const answer = heard !== undefined && {
    answer: { status: 0, body: heard, bodyDigest: digestOf(heard), bodyBytes: heard.length / 2, afterMs: 1 },
  };
  const rest = { method: protocol, path: `/${deviceId}/${what}`, ...answer, ...(fault && { fault }) };
  return recordOf('device', [deviceId, 'TRK-TG'], '2829', rest);
}

/** A seat consulted the hub and read this. */
export const consulted = (
  path: string,
  answer: unknown,
  { from = 'TG', kind = 'query' as ExchangeRecord['kind'], status = 200 } = {},
): ExchangeRecord =>
  recordOf(kind, [from, 'hub'], '', { method: 'GET', path, ...answered({ status, answer }) });

/** The ledger published this of the movement. */
export const ledger = (entry: unknown, status = 200): ExchangeRecord =>
  consulted(`/v0/movements/${REFERENCE}`, entry, { status });

/** All is as required. */
export function assertGreen(observations: readonly Observation[]): void {
  assert.ok(observations.length > 0, 'the check looked at nothing');
  assert.deepEqual(
    observations.filter(({ ok }) => !ok),
    [],
  );
}

/** Something is not as required, and the observation says so in these words. */
export function assertRed(observations: readonly Observation[], seen: RegExp): void {
  const faults = observations.filter(({ ok }) => !ok).map(({ observed }) => observed);
  assert.ok(
    faults.some((fault) => seen.test(fault)),
    `expected ${seen} among: ${faults.join(' | ') || 'nothing red'}`,
  );
}

/** What a stack may answer where an object with a list under this name is agreed; the last is not JSON at all. */
const misshapen = (key: string): unknown[] => [
  null,
  42,
  'texte',
  [],
  {},
  { [key]: null },
  { [key]: {} },
  { [key]: 'texte' },
  { [key]: [null, 7, [], { toString: 1, kind: { toString: 1 } }] },
];

/** Whatever the answer looks like, the check says that it is not as required, and does not break. */
export function assertRedWhenMisshapen(
  key: string,
  consult: (answer: unknown) => ExchangeRecord,
  judge: (records: readonly ExchangeRecord[]) => readonly Observation[],
): void {
  const read = misshapen(key).map((answer) => ({ shown: JSON.stringify(answer), record: consult(answer) }));
  const page = consult({});
  const html = { ...page, answer: { ...page.answer, body: '<html>' } } as ExchangeRecord;
  for (const { shown, record } of [...read, { shown: '<html>', record: html }])
    assert.ok(
      judge([record]).some(({ ok }) => !ok),
      `not seen: ${shown}`,
    );
}
