import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeRecord } from '../../evidence/exchange.ts';
import { MOST_POINTS, readJourneys } from './read-journeys.ts';

const REFERENCE = '26TG0LOM1T00000091';
const ROAD = [
  { name: 'Lomé port', latitudeDeg: 6.137, longitudeDeg: 1.283, offices: ['TG0LOM1'] },
  { name: 'Ouagadougou', latitudeDeg: 12.371, longitudeDeg: -1.52, offices: ['BF0OUA1'] },
];

/** A line of evidence with this body, written out as it stands in the file. */
const line = (kind: string, body: string, path = '/v0/messages', answer = '') =>
  exchangeRecord.parse(
    JSON.parse(
      `{"kind":"${kind}","at":"2026-11-21T08:30:00Z","from":"hub","to":"TG","method":"POST","path":"${path}","headers":{},"body":${JSON.stringify(body)},"bodyDigest":"00","bodyBytes":1,"answer":{"status":${kind === 'query' ? 200 : 202},"body":${JSON.stringify(answer)},"bodyDigest":"00","bodyBytes":0,"afterMs":2},"scenario":"suivi"}`,
    ),
  );

const event = (payload: string): string =>
  `{"messageId":"0192f0c1-0000-7000-8000-000000000001","messageType":"AT17","sender":"TRK-TG","payload":{"transitReference":"${REFERENCE}",${payload}}}`;

const LOME =
  '"platform":"TRK-TG","deviceId":"8000620011","kind":"POSITION","recordedAt":"2026-11-21T04:00:00Z","position":{"latitudeDeg":6.14,"longitudeDeg":1.28},"speedKmh":0,"batteryPct":98,"lock":"LOCKED","gnss":"FIX","stored":false';
const KARA =
  '"platform":"TRK-TG","deviceId":"8000620011","kind":"ALERT","alert":"LOCK_CUT","recordedAt":"2026-11-21T11:30:00Z","position":{"latitudeDeg":9.55,"longitudeDeg":1.19},"speedKmh":35.5,"batteryPct":90,"lock":"CUT","gnss":"FIX","stored":true';

const journeysOf = (...exchanges: ReturnType<typeof line>[]) =>
  readJourneys({ exchanges, road: ROAD, corridors: ['LOME-CINKANSE-OUAGADOUGOU'] });

test('a journey is read from the events that countries were told, in order of time, each once', () => {
  const told = [line('deliver', event(KARA)), line('deliver', event(LOME)), line('deliver', event(KARA))];
  const lome = {
    atMs: Date.UTC(2026, 10, 21, 4),
    platform: 'TRK-TG',
    deviceId: '8000620011',
    gnss: 'FIX',
    stored: false,
    place: { latitudeDeg: 6.14, longitudeDeg: 1.28 },
    speedKmh: 0,
    batteryPct: 98,
    lock: 'LOCKED',
  };
  assert.deepEqual(journeysOf(...told), [
    {
      reference: REFERENCE,
      road: ROAD,
      points: [
        lome,
        {
          ...lome,
          atMs: Date.UTC(2026, 10, 21, 11, 30),
          stored: true,
          place: { latitudeDeg: 9.55, longitudeDeg: 1.19 },
          speedKmh: 35.5,
          batteryPct: 90,
          lock: 'CUT',
        },
      ],
      alerts: [
        {
          atMs: Date.UTC(2026, 10, 21, 11, 30),
          code: 'LOCK_CUT',
          deviceId: '8000620011',
          place: { latitudeDeg: 9.55, longitudeDeg: 1.19 },
        },
      ],
      assignments: [],
      gaps: [],
      unreadable: 0,
      left: 0,
      ahead: 0,
    },
  ]);
});

test('what a platform submitted and no country was told is not drawn', () => {
  assert.deepEqual(journeysOf(line('submit', event(LOME))), []);
});

test('an answer about the journey adds what nobody delivered, gaps and who was attached; what is ahead is counted', () => {
  const answer = `{"transitReference":"${REFERENCE}",
    "assignments":[{"platform":"TRK-TG","deviceId":"8000620011","from":"2026-11-21T04:00:00Z","until":"2026-11-21T15:00:00Z"},7],
    "gaps":[{"from":"2026-11-21T15:00:00Z","until":"2026-11-21T16:00:00Z","where":"BF0CIN1"},{"from":"2026-11-22T15:00:00Z","where":"BF0CIN1"}],
    "positions":[{${LOME}},{"platform":"TRK-TG","deviceId":"8000620011","recordedAt":"2026-11-21T05:00:00Z","gnss":"LOST","stored":false},
      {"platform":"TRK-TG","deviceId":"8000620011","recordedAt":"2026-11-23T05:00:00Z","gnss":"FIX","stored":false,"clockAhead":true}],
    "alerts":[{${KARA}}],"deviceStates":[]}`;
  const [journey] = journeysOf(
    line('deliver', event(LOME)),
    line('query', '', `/v0/journeys/${REFERENCE}`, answer),
  );
  assert.deepEqual(
    journey?.points.map(({ atMs }) => new Date(atMs).toISOString()),
    ['2026-11-21T04:00:00.000Z', '2026-11-21T05:00:00.000Z', '2026-11-21T11:30:00.000Z'],
  );
  assert.deepEqual(journey?.points[1]?.place, undefined);
  assert.deepEqual(
    journey?.alerts.map(({ code }) => code),
    ['LOCK_CUT'],
  );
  assert.deepEqual(journey?.assignments, [
    { atMs: Date.UTC(2026, 10, 21, 4), action: 'ATTACH', platform: 'TRK-TG', deviceId: '8000620011' },
    { atMs: Date.UTC(2026, 10, 21, 15), action: 'DETACH', platform: 'TRK-TG', deviceId: '8000620011' },
  ]);
  assert.deepEqual(journey?.gaps, [
    { fromMs: Date.UTC(2026, 10, 21, 15), untilMs: Date.UTC(2026, 10, 21, 16) },
    { fromMs: Date.UTC(2026, 10, 22, 15) },
  ]);
  assert.equal(journey?.ahead, 1);
});

const asked = (answer: object) =>
  line('query', '', `/v0/journeys/${REFERENCE}`, JSON.stringify({ transitReference: REFERENCE, ...answer }));
const ATTACHED = { platform: 'TRK-TG', deviceId: '8000620011', from: '2026-11-21T04:00:00Z' };

test('a later answer says which gaps there are, and one that lists none of them says nothing', () => {
  const told = line('deliver', event(LOME));
  const gapsOf = (...answers: object[]) => journeysOf(told, ...answers.map(asked))[0]?.gaps;
  const open = { gaps: [{ from: '2026-11-21T15:00:00Z', where: 'TG0CIN1' }] };
  const closed = { gaps: [{ from: '2026-11-21T15:00:00Z', until: '2026-11-21T16:00:00Z' }] };
  const fromMs = Date.UTC(2026, 10, 21, 15);
  assert.deepEqual(gapsOf(open), [{ fromMs }]);
  assert.deepEqual(gapsOf({ gaps: [{ ...open.gaps[0], until: null }] }), [{ fromMs }]);
  assert.deepEqual(gapsOf(open, closed), [{ fromMs, untilMs: fromMs + 3_600_000 }]);
  assert.deepEqual(gapsOf(open, { gaps: [] }), []);
  assert.deepEqual(gapsOf(open, { type: 'EPCISDocument' }), [{ fromMs }]);
  for (const until of ['hier', 7, '2026-11-21T14:00:00Z'])
    assert.deepEqual(gapsOf({ gaps: [{ ...open.gaps[0], until }] }), []);
});

test('an EPCIS answer of the same journey leaves the devices that the journey named', () => {
  const told = line('deliver', event(LOME));
  const document = { type: 'EPCISDocument', epcisBody: { eventList: [] } };
  const [journey] = journeysOf(told, asked({ assignments: [ATTACHED] }), asked(document));
  assert.deepEqual(journey?.assignments, [
    { atMs: Date.UTC(2026, 10, 21, 4), action: 'ATTACH', platform: 'TRK-TG', deviceId: '8000620011' },
  ]);
});

test('what offices told of devices is kept: who relieved which, and where', () => {
  const transfer = `{"messageType":"AT16","payload":{"transitReference":"${REFERENCE}","action":"TRANSFER","platform":"TRK-BF","deviceId":"BF-0301","at":"2026-11-21T16:00:00Z","office":"BF0CIN1","replaces":{"platform":"TRK-TG","deviceId":"8000620011"}}}`;
  const [journey] = journeysOf(
    line('submit', transfer),
    line('deliver', transfer),
    line('deliver', event(LOME)),
  );
  assert.deepEqual(journey?.assignments, [
    {
      atMs: Date.UTC(2026, 10, 21, 16),
      action: 'TRANSFER',
      platform: 'TRK-BF',
      deviceId: 'BF-0301',
      office: 'BF0CIN1',
      replaces: '8000620011',
    },
  ]);
});

test('a road that the notice of the movement does not name is not drawn as planned', () => {
  const notice = (corridor: string) =>
    line(
      'deliver',
      `{"messageType":"AT01","payload":{"transitReference":"${REFERENCE}","itinerary":{"corridor":"${corridor}"}}}`,
    );
  const report = line('deliver', event(LOME));
  assert.deepEqual(journeysOf(notice('LOME-CINKANSE-OUAGADOUGOU'), report)[0]?.road, ROAD);
  assert.deepEqual(journeysOf(notice('OUAGADOUGOU-CINKANSE-LOME'), report)[0]?.road, []);
});

for (const [what, payload, unreadable, places] of [
  ['a latitude of a billion', LOME.replace('6.14', '1000000000'), 1, 0],
  ['a latitude that is text', LOME.replace('6.14', '"<script>"'), 1, 0],
  ['a latitude that is null', LOME.replace('6.14', 'null'), 1, 0],
  ['a position that is a list', LOME.replace(/"position":\{[^}]*\}/, '"position":[1,2]'), 1, 0],
  ['a speed that is text', LOME.replace('"speedKmh":0', '"speedKmh":"fast"'), 0, 1],
  ['a seal that is no word of the profile', LOME.replace('LOCKED', 'constructor'), 0, 1],
] as const)
  test(`${what} spoils nothing but itself`, () => {
    const [journey] = journeysOf(line('deliver', event(payload)));
    assert.equal(journey?.unreadable, unreadable);
    assert.equal(journey?.points.length, 1);
    assert.equal(journey?.points.filter(({ place }) => place).length, places);
  });

for (const [what, exchange] of [
  ['no JSON', line('deliver', '{"messageType":"AT17"')],
  ['a payload that is none', line('deliver', '{"messageType":"AT17","payload":"x"}')],
  ['a movement that is a number', line('deliver', '{"messageType":"AT17","payload":{"transitReference":7}}')],
  ['no time', line('deliver', event(LOME.replace('2026-11-21T04:00:00Z', 'yesterday')))],
  ['a time of another age', line('deliver', event(LOME.replace('2026', '1970')))],
  ['an answer that is a list', line('query', '', `/v0/journeys/${REFERENCE}`, '[[]]')],
  ['an answer of the wrong kinds', line('query', '', '/v0/journeys/%E0%A4%A', '{"positions":{},"gaps":7}')],
] as const)
  test(`evidence with ${what} has no journey, and is no fault`, () => {
    assert.deepEqual(journeysOf(exchange), []);
  });

test('of too many positions the rest is counted', () => {
  const positions = Array.from(
    { length: MOST_POINTS + 3 },
    (_, at) =>
      `{"platform":"TRK-TG","deviceId":"1234","recordedAt":"${new Date(Date.UTC(2026, 10, 21) + at * 1_000).toISOString()}"}`,
  );
  const answer = `{"positions":[${positions.join(',')}]}`;
  const [journey] = journeysOf(line('query', '', `/v0/journeys/${REFERENCE}`, answer));
  assert.equal(journey?.points.length, 10_000);
  assert.equal(journey?.left, 3);
});
