import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExchangeRecord } from '../evidence/exchange.ts';
import { shareOf, stateCoverage } from './state-coverage.ts';

const REFERENCE = '26TG0LOM1T00000014';
const LEGS = [
  { office: 'TG0LOM1', country: 'TG', role: 'DEPARTURE' },
  { office: 'TG0CIN1', country: 'TG', role: 'EXIT' },
  { office: 'BF0CIN1', country: 'BF', role: 'ENTRY' },
  { office: 'BF0OUA1', country: 'BF', role: 'DESTINATION' },
];

let serial = 0;
const message = (sender: string, messageType: string, payload: object, more: object = {}) => {
  serial += 1;
  return {
    messageId: `m${serial}`,
    messageType,
    sender,
    payload: { transitReference: REFERENCE, ...payload },
    ...more,
  };
};
type Sent = ReturnType<typeof message>;

const record = (kind: 'submit' | 'deliver', body: Sent, to: string, status = 202): ExchangeRecord => ({
  ...{
    kind,
    at: '2026-09-01T00:00:00Z',
    from: kind === 'submit' ? body.sender : 'hub',
    to,
    method: 'POST',
    path: '/v0/messages',
  },
  ...{ headers: {}, body: JSON.stringify(body), bodyDigest: '', bodyBytes: 0, scenario: null },
  answer: { status, bodyDigest: '', bodyBytes: 0, afterMs: 1 },
});
const submitted = (body: Sent, status?: number) => record('submit', body, 'hub', status);

const notice = () =>
  message('TG', 'AT01', { status: 'REGISTERED', itinerary: { legs: LEGS } }, { movementVersion: 1 });
const release = () => message('TG', 'AT02', { office: 'TG0LOM1' }, { movementVersion: 2 });
const passage = () => message('BF', 'AT05', { office: 'BF0CIN1', outcome: 'PASSED' });
const refusal = (of: Sent) =>
  record('deliver', message('hub', 'AT92', { relatesTo: of.messageId }), of.sender);

/** `HUB REGISTERED -> RELEASED`, of what was visited. */
const visited = (records: readonly ExchangeRecord[]): string[] =>
  stateCoverage(records).ways.flatMap(({ machine, from, to, visited: seen }) =>
    seen ? [`${machine} ${from} -> ${to}`] : [],
  );

test('what was submitted moves the hub, what was delivered the office that it reached', () => {
  const first = notice();
  assert.deepEqual(visited([submitted(first), record('deliver', first, 'BF'), submitted(release())]), [
    'HUB NONE -> REGISTERED',
    'HUB REGISTERED -> RELEASED',
    'TRA NONE -> EXPECTED',
    'DES NONE -> EXPECTED',
  ]);
});

test('an early passage moves its office at once and the hub when its turn has come', () => {
  const early = passage();
  const ways = visited([submitted(early), submitted(notice()), submitted(release())]);
  assert.ok(ways.includes('HUB RELEASED -> IN_TRANSIT'));
  assert.ok(!visited([submitted(early)]).some((way) => way.startsWith('HUB')));
});

test('what was refused, in the answer or afterwards, moves nothing', () => {
  const first = notice();
  const second = release();
  const records = [submitted(first), submitted(second), refusal(second), submitted(passage(), 422)];
  assert.deepEqual(visited(records), ['HUB NONE -> REGISTERED', 'TRA NONE -> EXPECTED']);
});

test('the time limit is seen by the finding that the hub points out', () => {
  const overdue = message('hub', 'AT93', { kind: 'overdue', raisedAt: '2026-09-09T00:00:00Z' });
  const records = [
    submitted(notice()),
    submitted(release()),
    record('deliver', overdue, 'TG'),
    record('deliver', overdue, 'BF'),
  ];
  assert.equal(visited(records).filter((way) => way === 'HUB RELEASED -> OVERDUE').length, 1);
});

test('a request on the register counts once its answer accepts it', () => {
  const terms = { operation: 'REGISTER', guaranteeReference: '26TGFG1' };
  const request = message('TG', 'AT14', terms);
  const answer = (accepted: boolean) =>
    record(
      'deliver',
      message('hub', 'AT15', { ...terms, accepted }, { correlationId: request.messageId }),
      'TG',
    );
  assert.deepEqual(visited([submitted(request), answer(false)]), []);
  assert.deepEqual(visited([submitted(request), answer(true)]), ['GUA NONE -> AVAILABLE']);
});

test('totals are those of the machines of the profile', () => {
  const { states, ways } = stateCoverage([]);
  assert.deepEqual(
    [shareOf(states), shareOf(ways)],
    [
      { visited: 0, total: 32 },
      { visited: 0, total: 155 },
    ],
  );
});
