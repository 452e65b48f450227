import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from './messages/examples.ts';
import { attribution, parseMessage } from './parse-message.ts';
import { altered } from './testing/altered.ts';
import { smallNotice } from './testing/small-notice.ts';
import { smallReferenceData } from './testing/small-reference-data.ts';

type Seen = [code: string, pointer: string][];

/** Code and pointer of every finding about a message with some changes. */
function seen(message: object, changes: Readonly<Record<string, unknown>>, now?: number): Seen {
  const parsed = parseMessage(altered(message, changes), smallReferenceData, now);
  return parsed.ok ? [] : parsed.findings.map(({ code, pointer }) => [code, pointer]);
}

const P = '/payload';
const item = { ...smallNotice.payload.items[0] };

test('a valid notice is accepted and comes back unchanged with its definition', () => {
  const parsed = parseMessage(smallNotice, smallReferenceData);
  assert.equal(parsed.ok && parsed.definition.wireCode, 'AT01');
  assert.deepEqual(parsed.ok && parsed.message, smallNotice);
});

const oneFault: [what: string, changes: Record<string, unknown>, code: string, pointer: string][] = [
  ['a missing field', { [`${P}/sealCount`]: undefined }, 'MISSING_FIELD', '/payload/sealCount'],
  ['a missing group', { [`${P}/vehicle`]: undefined }, 'MISSING_FIELD', '/payload/vehicle'],
  ['a missing code', { [`${P}/status`]: undefined }, 'MISSING_FIELD', '/payload/status'],
  ['a missing payload', { '/payload': undefined }, 'MISSING_FIELD', '/payload'],
  ['a missing message type', { '/messageType': undefined }, 'MISSING_FIELD', '/messageType'],
  ['a missing profile version', { '/profileVersion': undefined }, 'MISSING_FIELD', '/profileVersion'],
  ['a missing test indicator', { '/testIndicator': undefined }, 'MISSING_FIELD', '/testIndicator'],
  [
    'a missing version of the movement',
    { '/movementVersion': undefined },
    'MISSING_FIELD',
    '/movementVersion',
  ],
  ['an unexpected field', { [`${P}/colour`]: 'red' }, 'UNEXPECTED_FIELD', '/payload/colour'],
  ['an unexpected field with a slash', { '/x~0~1': 1 }, 'UNEXPECTED_FIELD', '/x~0~1'],
  ['text in a number', { [`${P}/sealCount`]: '0' }, 'WRONG_TYPE', '/payload/sealCount'],
  [
    'a fraction of a franc',
    { [`${P}/guarantee/dutiesAtRisk`]: 0.5 },
    'WRONG_TYPE',
    '/payload/guarantee/dutiesAtRisk',
  ],
  ['a list for a group', { [`${P}/vehicle`]: [] }, 'WRONG_TYPE', '/payload/vehicle'],
  ['null for a group', { [`${P}/vehicle`]: null }, 'WRONG_TYPE', '/payload/vehicle'],
  ['a number for a code', { [`${P}/status`]: 1 }, 'WRONG_TYPE', '/payload/status'],
  [
    'a text that is too long',
    { [`${P}/principal/name`]: 'A'.repeat(71) },
    'TOO_LONG',
    '/payload/principal/name',
  ],
  ['an empty text', { [`${P}/principal/name`]: '' }, 'TOO_SHORT', '/payload/principal/name'],
  ['an empty identifier', { [`${P}/transitReference`]: '' }, 'TOO_SHORT', '/payload/transitReference'],
  [
    'an identifier without end',
    { [`${P}/transitReference`]: '2'.repeat(65) },
    'TOO_LONG',
    '/payload/transitReference',
  ],
  [
    'too many repetitions',
    { [`${P}/additionalCodes`]: Array(10).fill('981') },
    'TOO_MANY',
    '/payload/additionalCodes',
  ],
  ['too few repetitions', { [`${P}/items`]: [] }, 'TOO_FEW', '/payload/items'],
  ['a negative number', { [`${P}/totalPackages`]: -1 }, 'OUT_OF_BOUNDS', '/payload/totalPackages'],
  [
    'a fourth decimal',
    { [`${P}/totalGrossMassKg`]: 28000.0001 },
    'OUT_OF_BOUNDS',
    '/payload/totalGrossMassKg',
  ],
  ['a code off its list', { [`${P}/guarantee/kind`]: 'cash' }, 'NOT_IN_CODE_LIST', '/payload/guarantee/kind'],
  ['another form', { [`${P}/declarationModel`]: 'im8' }, 'PATTERN', '/payload/declarationModel'],
  ['a control character', { [`${P}/principal/name`]: 'A\u0000B' }, 'PATTERN', '/payload/principal/name'],
  [
    'a message id of another version',
    { '/messageId': '9f1c7a52-0000-4000-8000-000000000001' },
    'PATTERN',
    '/messageId',
  ],
  ['a sender that is no seat', { '/sender': 'togo' }, 'PATTERN', '/sender'],
  ['a recipient that is no address', { '/recipient': 'everyone' }, 'PATTERN', '/recipient'],
  ['a recipient that is a number', { '/recipient': 4 }, 'WRONG_TYPE', '/recipient'],
  ['local time', { '/preparedAt': '2026-11-02T09:30:00+01:00' }, 'BAD_DATE', '/preparedAt'],
  ['a day that does not exist', { '/preparedAt': '2026-02-30T09:30:00Z' }, 'BAD_DATE', '/preparedAt'],
  [
    'a wrong check digit',
    { [`${P}/transitReference`]: '26TG0LOM1T00000015' },
    'CHECK_DIGIT',
    '/payload/transitReference',
  ],
  [
    'another profile version',
    { '/profileVersion': '9.9', '/payload': {} },
    'UNKNOWN_PROFILE_VERSION',
    '/profileVersion',
  ],
  [
    'an unknown message type',
    { '/messageType': 'AT99', '/payload': {} },
    'UNKNOWN_MESSAGE_TYPE',
    '/messageType',
  ],
  ['a notice to one seat', { '/recipient': 'BF' }, 'RECIPIENT_NOT_ALLOWED', '/recipient'],
  ['a notice to all', { '/recipient': 'all' }, 'RECIPIENT_NOT_ALLOWED', '/recipient'],
  [
    'an unknown office',
    { [`${P}/itinerary/legs/2/office`]: 'BF0XXX1' },
    'UNKNOWN_OFFICE',
    '/payload/itinerary/legs/2/office',
  ],
  [
    'a closed office',
    { [`${P}/itinerary/legs/2/office`]: 'BF0BIT1' },
    'UNKNOWN_OFFICE',
    '/payload/itinerary/legs/2/office',
  ],
  [
    'an unknown corridor',
    { [`${P}/itinerary/corridor`]: 'LOME-PARIS' },
    'UNKNOWN_ITINERARY',
    '/payload/itinerary/corridor',
  ],
];

test('the register takes requests at the hub only, and a country alone is asked for a truck', () => {
  const refused = [['RECIPIENT_NOT_ALLOWED', '/recipient']];
  assert.deepEqual(seen(examples.GuaranteeRequest, { '/recipient': 'BF' }), refused);
  assert.deepEqual(seen(examples.EnquiryRequest, { '/recipient': 'hub' }), refused);
  assert.deepEqual(seen(examples.EnquiryResponse, { '/recipient': 'hub' }), refused);
});

for (const [what, changes, code, pointer] of oneFault) {
  test(`a notice with ${what} is refused with ${code} at ${pointer}`, () => {
    assert.deepEqual(seen(smallNotice, changes), [[code, pointer]]);
  });
}

test('an office without the role needed is refused where it is named', () => {
  const changes = { '/payload/office': 'TG0LOM1' };
  assert.deepEqual(seen(examples.BorderPassage, changes), [['OFFICE_WITHOUT_ROLE', '/payload/office']]);
});

test('a country that takes no part is refused as sender, as recipient and on the road', () => {
  assert.deepEqual(seen(examples.MovementQuery, { '/sender': 'GH' }), [['UNKNOWN_COUNTRY', '/sender']]);
  assert.deepEqual(seen(examples.MovementQuery, { '/recipient': 'GH' }), [
    ['UNKNOWN_RECIPIENT', '/recipient'],
  ]);
  assert.deepEqual(seen(examples.GuaranteeRequest, { '/payload/countries': ['TG', 'GH'] }), [
    ['UNKNOWN_COUNTRY', '/payload/countries/1'],
  ]);
});

test('two faults are both told, sorted by pointer', () => {
  const changes = {
    [`${P}/vehicle/plate`]: '',
    [`${P}/sealCount`]: undefined,
    [`${P}/itinerary/legs/1/role`]: 'TRANSIT',
  };
  assert.deepEqual(seen(smallNotice, changes), [
    ['NOT_IN_CODE_LIST', '/payload/itinerary/legs/1/role'],
    ['MISSING_FIELD', '/payload/sealCount'],
    ['TOO_SHORT', '/payload/vehicle/plate'],
  ]);
});

test('each unexpected key is told by itself', () => {
  assert.deepEqual(seen(smallNotice, { [`${P}/b`]: 1, [`${P}/a`]: 1 }), [
    ['UNEXPECTED_FIELD', '/payload/a'],
    ['UNEXPECTED_FIELD', '/payload/b'],
  ]);
});

test('a single fault in the last of 1,999 items is found', () => {
  const items = Array.from({ length: 1_999 }, (_, index) => ({
    ...item,
    sequence: index + 1,
    grossMassKg: 1,
    netMassKg: 1,
  }));
  items[1_998] = { ...items[1_998], hsCode: '2523' } as (typeof items)[number];
  assert.deepEqual(seen(smallNotice, { [`${P}/items`]: items }), [['PATTERN', '/payload/items/1998/hsCode']]);
});

test('a report of faults ends at 9,999', () => {
  const items = Array.from({ length: 1_999 }, () => ({ a: 1, b: 1 }));
  assert.equal(seen(smallNotice, { [`${P}/items`]: items }).length, 9_999);
});

test('a query with a wrong key is told where the key is, not as five missing ones', () => {
  const query = (by: unknown) => seen(examples.MovementQuery, { '/payload/by': by });
  assert.deepEqual(query({ transitReference: '26TG0LOM1T00000015' }), [
    ['CHECK_DIGIT', '/payload/by/transitReference'],
  ]);
  assert.deepEqual(query({ container: 5 }), [['WRONG_TYPE', '/payload/by/container']]);
  assert.deepEqual(query({ nationalReference: { office: 'TG0LOM1', year: 2026, serial: 'T' } }), [
    ['MISSING_FIELD', '/payload/by/nationalReference/number'],
  ]);
  assert.deepEqual(query({ transitReference: '26TG0LOM1T00000014', plate: 'TG-0001-AA' }), [
    ['UNEXPECTED_FIELD', '/payload/by/plate'],
  ]);
  assert.deepEqual(query({}), [['MISSING_FIELD', '/payload/by/transitReference']]);
  assert.deepEqual(query('26TG0LOM1T00000014'), [['WRONG_TYPE', '/payload/by']]);
});

test('reference data of an unknown kind are told at the kind, and a fault inside at its place', () => {
  const content = (value: unknown) => seen(examples.ReferenceDataNotice, { '/payload/content': value });
  assert.deepEqual(content({ kind: 'RATES' }), [['NOT_IN_CODE_LIST', '/payload/content/kind']]);
  assert.deepEqual(content({}), [['MISSING_FIELD', '/payload/content/kind']]);
  assert.deepEqual(content({ kind: 'HOLIDAYS', holidays: [{ date: '2026-13-01', name: 'Fête' }] }), [
    ['BAD_DATE', '/payload/content/holidays/0/date'],
  ]);
});

test('a message from the future is refused, one within the clock tolerance is not', () => {
  const now = Date.parse('2026-11-02T08:25:00Z');
  assert.deepEqual(seen(smallNotice, {}, now), []);
  assert.deepEqual(seen(smallNotice, {}, now - 1_000), [['FUTURE_DATED', '/preparedAt']]);
});

test('a reason never repeats what was written, which may be an access code', () => {
  const parsed = parseMessage(altered(examples.GuaranteeRequest, { '/payload/accessCode': 'SECRET' }));
  assert.equal(parsed.ok, false);
  assert.doesNotMatch(JSON.stringify(parsed), /SECRET/);
});

test('the findings of any refusal fit in a SyntaxError message', () => {
  const parsed = parseMessage(altered(smallNotice, { [`${P}/${'k'.repeat(400)}`]: 1, [`${P}/\u0007`]: 1 }));
  const findings = parsed.ok ? [] : parsed.findings;
  const answer = parseMessage(altered(examples.SyntaxError, { '/payload/findings': findings }));
  assert.deepEqual(answer.ok ? [] : answer.findings, []);
});

test('what is no object is no message', () => {
  for (const value of [null, 1, 'AT01', [], undefined]) {
    assert.equal(parseMessage(value).ok, false);
    assert.equal(attribution(value), null);
  }
});

test('a message is attributed by a readable sender and id, whatever else is wrong', () => {
  assert.deepEqual(attribution({ sender: 'TG', messageId: 'x' }), { sender: 'TG', messageId: 'x' });
  assert.deepEqual(attribution({ sender: 'hub', messageId: 'x' }), { sender: 'hub', messageId: 'x' });
  assert.equal(attribution({ sender: 'togo', messageId: 'x' }), null);
  assert.equal(attribution({ sender: 'TG', messageId: '' }), null);
  assert.equal(attribution({ sender: 'TG' }), null);
});
