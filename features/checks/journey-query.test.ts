import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  journeyComplete,
  journeyGives,
  journeyIn,
  journeyInOneVocabulary,
  journeyInOrder,
  journeyPlatforms,
  journeyPublished,
  journeyRefused,
} from './journey-query.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  consulted,
  event,
  REFERENCE,
  TEN,
} from './testing/evidence.ts';

const ELEVEN = '2026-11-20T11:00:00.000Z';
const NOON = '2026-11-20T12:00:00.000Z';
const asked = { reference: REFERENCE };
const PATH = `/v0/journeys/${REFERENCE}`;

const published = (answer: unknown, status = 200, from = 'TG') => consulted(PATH, answer, { status, from });
const journey = (positions: unknown, alerts: unknown = [], more: object = {}) =>
  published({ transitReference: REFERENCE, assignments: [], gaps: [], positions, alerts, ...more });

/** As it was told, less what a journey says once or not at all. */
const entry = (n: number, changes: object = {}) => ({
  deviceId: 'FICTIF-1',
  eventId: `event ${n}`,
  deviceSeq: n,
  recordedAt: TEN,
  ...changes,
});

test('the journey that counts is the last one answered to who is meant', () => {
  const records = [published('first', 200, 'BF'), published('second', 200, 'BF'), published('third')];
  assert.equal(journeyIn(records, { ...asked, by: 'BF' }), 'second');
  assert.equal(journeyIn(records, asked), 'third');
  assert.equal(journeyIn(records, { reference: '26TG0LOM1T99999992' }), undefined);
});

test('a journey that is published is that of the movement, to who asked', () => {
  const judge = (...records: ReturnType<typeof published>[]) =>
    journeyPublished(records, { ...asked, by: 'TG' });
  assertGreen(judge(journey([])));
  assertGreen(journeyPublished([journey([])], asked));
  assertRed(judge(published({ transitReference: REFERENCE }, 403)), /^réponse à TG : 403$/);
  assertRed(judge(published({ transitReference: REFERENCE }, 200, 'BF')), /^réponse à TG : rien$/);
  assertRed(
    judge(published({ transitReference: '26TG0LOM1T99999992' })),
    /^mouvement du voyage : 26TG.*9992$/,
  );
  assertRed(judge({ ...published({}), answer: undefined, fault: 'timeout' } as never), /TG : rien$/);
  assertRedWhenMisshapen('transitReference', published, (records) => judge(...records));
});

test('a refusal says which, why, and nothing of the journey', () => {
  const expected = { status: 403, code: 'NOT_AUTHORISED' };
  const refusal = (more: object = {}, status = 403) =>
    published({ type: 'about:blank', status, code: 'NOT_AUTHORISED', ...more }, status, 'ML');
  const judge = (record: ReturnType<typeof published>) =>
    journeyRefused([record], { ...asked, by: 'ML' }, expected);
  assertGreen(judge(refusal()));
  assertGreen(journeyRefused([refusal()], asked, expected));
  assertRed(judge(refusal({}, 404)), /^réponse à ML : 404$/);
  assertRed(judge(refusal({ code: 'NOT_FOUND' })), /^motif donné à ML : NOT_FOUND$/);
  for (const told of ['positions', 'alerts', 'assignments', 'gaps', 'deviceStates', 'epcisBody'])
    for (const what of [[], [entry(1)], { 1: entry(1) }, 'TRK-TG'])
      assertRed(judge(refusal({ [told]: what })), new RegExp(`^ML : ${told}$`));
  const misshapen = (answer: unknown) => published(answer, 403, 'ML');
  assertRedWhenMisshapen('code', misshapen, ([record]) => judge(record ?? refusal()));
});

test('positions and alerts are those that the scenario names, in its order', () => {
  const records = [journey([entry(1), entry(2, { recordedAt: NOON })], [entry(3, { recordedAt: ELEVEN })])];
  assertGreen(journeyGives(records, asked, 'positions', [TEN, NOON]));
  assertGreen(journeyGives(records, asked, 'alerts', [ELEVEN]));
  assertGreen(journeyGives([journey([])], asked, 'positions', []));
  assertRed(journeyGives(records, asked, 'positions', [NOON, TEN]), /^positions du voyage : .*T10.*, .*T12/);
  assertRed(journeyGives(records, asked, 'positions', [TEN]), /T10.*, .*T12/);
  assertRed(journeyGives(records, asked, 'positions', [TEN, ELEVEN, NOON]), /T10.*, .*T12/);
  assertRed(journeyGives(records, asked, 'alerts', [TEN]), /^alertes du voyage : .*T11/);
  for (const key of ['positions', 'alerts'] as const) {
    assertRed(journeyGives([published({})], asked, key, []), /: rien$/);
    assertRedWhenMisshapen(key, published, (read) => journeyGives(read, asked, key, [TEN]));
  }
});

test('entries in the order in which they happened, then by the number of their device, are in order', () => {
  const judge = (...entries: object[]) => journeyInOrder([journey(entries, entries)], asked);
  assertGreen(judge());
  assertGreen(judge(entry(2), entry(3), entry(1, { recordedAt: ELEVEN })));
  assertGreen(judge(entry(2), entry(2), entry(1, { deviceSeq: undefined }), entry(1)));
  assertGreen(
    judge(entry(9), entry(1, { deviceId: 'FICTIF-2' }), entry(9), entry(1, { platform: 'TRK-BF' })),
  );
  const ahead = entry(1, { recordedAt: NOON, receivedAt: TEN, clockAhead: true });
  assertGreen(judge(ahead, entry(2, { recordedAt: ELEVEN })));
});

test('an entry out of its place, by instant, by number or by having none, is seen', () => {
  const late = [entry(1, { recordedAt: ELEVEN }), entry(2)];
  assertRed(journeyInOrder([journey(late)], asked), /^positions : 2026-11-20T10.* n'est pas à sa place$/);
  assertRed(journeyInOrder([journey([], late)], asked), /^alerts : 2026-11-20T10.* n'est pas à sa place$/);
  const judge = (...entries: unknown[]) => journeyInOrder([journey(entries)], asked);
  assertRed(judge(entry(2), entry(1)), /à sa place/);
  const ahead = { recordedAt: TEN, receivedAt: NOON, clockAhead: true };
  assertRed(judge(entry(1, ahead), entry(2, { recordedAt: ELEVEN })), /T11.* n'est pas à sa place/);
  for (const recordedAt of ['hier', null, 7, {}, undefined]) {
    assertRed(judge(entry(1, { recordedAt })), /(hier|rien) n'est pas à sa place/);
    assertRed(judge(entry(1), entry(2, { recordedAt })), /(hier|rien) n'est pas à sa place/);
  }
  assertRed(judge(null, 7), /à sa place/);
  assertRed(journeyInOrder([], asked), /^alerts : aucune liste$/);
  for (const key of ['positions', 'alerts'])
    assertRedWhenMisshapen(key, published, (records) =>
      journeyInOrder(records, asked).filter(({ expected }) => expected.startsWith(key)),
    );
});

test('each event told that stands once in the journey, as it was told, makes it complete', () => {
  const told = [event(1), event(1, {}, 'BF'), event(2, { kind: 'ALERT', alert: 'DOOR_OPEN' })];
  const other = event(3, { transitReference: '26TG0LOM1T99999992' });
  const alert = entry(2, { alert: 'DOOR_OPEN' });
  assertGreen(journeyComplete([...told, other, journey([entry(1), entry(7)], [alert])], asked));
  const judge = (positions: unknown, alerts: unknown) =>
    journeyComplete([...told, journey(positions, alerts)], asked);
  assertRed(judge([], [alert]), /^position de 2026-11-20T10:00:00.000Z, {2}: 0 fois$/);
  assertRed(judge([entry(1), entry(1)], [alert]), /^position de .* : 2 fois$/);
  assertRed(judge([entry(1)], []), /^DOOR_OPEN de .* : 0 fois$/);
  assertRed(judge([entry(1), alert], []), /^DOOR_OPEN de .* : 0 fois$/);
  assertRed(judge([entry(1), entry(2)], [entry(1)]), /^DOOR_OPEN de .* : 0 fois$/);
  assertRed(judge([entry(1, { speedKmh: 7 })], [alert]), /^position de .* : \{.*"speedKmh":7\}$/);
  assertRed(judge([entry(1)], [entry(2, { alert: 'LOCK_CUT' })]), /^DOOR_OPEN de .* : \{.*LOCK_CUT/);
  assertRedWhenMisshapen('positions', published, (records) => journeyComplete([...told, ...records], asked));
});

test('a journey of which nothing was told, or in which one country was told otherwise, is not complete', () => {
  assertRed(journeyComplete([journey([entry(1)])], asked), /^événements dits : 0$/);
  assertRed(journeyComplete([event(1, {}, 'TG', 503), journey([entry(1)])], asked), /dits : 0$/);
  const rounded = event(1, { speedKmh: 50 }, 'BF');
  assertRed(journeyComplete([rounded, event(1), journey([entry(1)])], asked), /^position de .* : \{/);
  assertRed(journeyComplete([event(1), rounded, journey([entry(1)])], asked), /^position de .* : \{/);
  const nameless = event(1, { eventId: { toString: 1 }, recordedAt: 7, alert: {}, platform: [] });
  assertRed(journeyComplete([nameless, journey([{}])], asked), /^\{\} de , .* : 0 fois$/);
});

test('positions of one platform and then of the next are of both, in this order', () => {
  const of = (...platforms: unknown[]) => [journey(platforms.map((platform) => entry(1, { platform })))];
  const judge = (...platforms: unknown[]) => journeyPlatforms(of(...platforms), asked, ['TRK-TG', 'TRK-BF']);
  assertGreen(judge('TRK-TG', 'TRK-TG', 'TRK-BF'));
  assertRed(judge('TRK-TG', 'TRK-TG'), /^plateformes du voyage, en ordre : TRK-TG$/);
  assertRed(judge('TRK-BF', 'TRK-TG'), /: TRK-BF, TRK-TG$/);
  assertRed(judge('TRK-TG', 'TRK-BF', 'TRK-NE'), /: TRK-TG, TRK-BF, TRK-NE$/);
  assertRed(judge('TRK-TG', 'TRK-BF', 'TRK-TG'), /: TRK-TG, TRK-BF, TRK-TG$/);
  assertRed(judge('TRK-TG', 7), /: TRK-TG, rien$/);
  assertRedWhenMisshapen('positions', published, (records) => journeyPlatforms(records, asked, ['TRK-TG']));
  assertRed(journeyPlatforms([published({})], asked, []), /: rien$/);
});

test('a journey in words of the profile only is in one vocabulary', () => {
  const judge = (positions: unknown, alerts: unknown = []) =>
    journeyInOneVocabulary([journey(positions, alerts)], asked);
  assertGreen(judge([entry(1)], [entry(2, { alert: 'DOOR_OPEN', authorised: true })]));
  assertGreen(judge([], [entry(2)]));
  assertRed(judge([entry(1, { vitesse: 57 })]), /^mots hors profil : vitesse$/);
  assertRed(judge([entry(1)], [entry(2, { kind: 'ALERT' })]), /^mots hors profil : kind$/);
  assertRed(judge([entry(1, { alerts: [] })]), /^mots hors profil : alerts$/);
  assertRed(judge([]), /^positions et alertes : 0$/);
  assertRed(judge([entry(1), null, 7]), /^entrées sans mots : 2$/);
  assertRedWhenMisshapen('positions', published, (records) => journeyInOneVocabulary(records, asked));
});
