import { test } from 'node:test';
import { epcisSaysTheSame } from './epcis-facts.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted, REFERENCE } from './testing/evidence.ts';

const NINE = '2026-11-20T09:00:00.000Z';
const TEN = '2026-11-20T10:00:00.000Z';
const PATH = `/v0/journeys/${REFERENCE}`;

const device = { platform: 'TRK-TG', deviceId: '0011000001' };
const position = {
  ...device,
  eventId: '01a20412-d891-8000-a2ba-3f1420c0ba8a',
  recordedAt: TEN,
  position: { latitudeDeg: 6.426, longitudeDeg: 1.213 },
  speedKmh: 57,
  courseDeg: 12,
  batteryPct: 90,
  lock: 'LOCKED',
  gnss: 'FIX',
};
const alert = { ...device, eventId: 'alert 1', recordedAt: TEN, alert: 'DOOR_OPEN', gnss: 'LOST' };
const journey = {
  transitReference: REFERENCE,
  assignments: [{ ...device, from: NINE, until: TEN }],
  positions: [position],
  alerts: [alert],
};

const DEVICE_ID = 'urn:x-corridor:device:TRK-TG:0011000001';
const put = { type: 'AssociationEvent', action: 'ADD', eventTime: NINE, childEPCs: [DEVICE_ID] };
const taken = { ...put, action: 'DELETE', eventTime: TEN };
const sensed = (sensorReport: unknown, deviceID: unknown = DEVICE_ID) => ({
  sensorElementList: [{ sensorMetadata: { time: TEN, deviceID }, sensorReport }],
});
const reports = [
  { type: 'Speed', value: 57, uom: 'KMH' },
  { type: 'Angle', value: 12, uom: 'DD' },
  { type: 'urn:x-corridor:battery', value: 90, uom: 'P1' },
  { type: 'urn:x-corridor:lock', stringValue: 'LOCKED' },
  { type: 'urn:x-corridor:gnss', stringValue: 'FIX' },
];
const seen = {
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventID: `urn:uuid:${position.eventId}`,
  eventTime: TEN,
  readPoint: { id: 'geo:6.426,1.213' },
  ...sensed(reports),
};
const alarm = { type: 'urn:x-corridor:alert:DOOR_OPEN', exception: 'ALARM_CONDITION', booleanValue: true };
const lost = { type: 'urn:x-corridor:gnss', stringValue: 'LOST' };
const { readPoint: _nowhere, ...placeless } = seen;
const warned = { ...placeless, eventID: 'urn:uuid:alert 1', ...sensed([alarm, lost]) };

const document = (eventList: unknown) => ({ type: 'EPCISDocument', epcisBody: { eventList } });
const all = [put, taken, seen, warned];
const judge = (eventList: unknown, told: unknown = journey) =>
  epcisSaysTheSame([consulted(PATH, told), consulted(PATH, document(eventList))], REFERENCE);

test('a document with the facts of the journey, in whatever order, says the same', () => {
  assertGreen(judge(all));
  assertGreen(judge([warned, { ...seen, ...sensed(reports.toReversed()) }, taken, put]));
  assertGreen(judge([put, taken, { ...seen, eventTime: '2026-11-20T10:00:00Z' }, warned]));
  const each = reports.flatMap((report) => sensed([report]).sensorElementList);
  assertGreen(judge([put, taken, { ...seen, sensorElementList: each }, warned]));
  assertGreen(
    judge([put], { ...journey, assignments: [{ ...device, from: NINE }], positions: [], alerts: [] }),
  );
});

test('the last journey and the last document of the movement count', () => {
  const old = [consulted(PATH, { positions: [] }), consulted(PATH, document([]))];
  const other = consulted('/v0/journeys/26TG0LOM1T99999992', { positions: [] });
  const records = [...old, consulted(PATH, journey), consulted(PATH, document(all)), other];
  assertGreen(epcisSaysTheSame(records, REFERENCE));
  assertRed(epcisSaysTheSame([...records, ...old], REFERENCE), /^faits du voyage : 0$/);
});

test('a fact that the document leaves out, repeats or invents is seen', () => {
  assertRed(judge([taken, seen, warned]), /^absents : ADD 2026-11-20T09:00:00.000Z TRK-TG:0011000001$/);
  assertRed(judge([put, seen, warned]), /^absents : DELETE/);
  assertRed(judge([put, taken, warned]), /^absents : OBSERVE .* 01a20412-d891/);
  assertRed(judge([put, taken, seen]), /^absents : OBSERVE .* \["alert","DOOR_OPEN",null\]/);
  assertRed(judge([...all, seen]), /^en plus : OBSERVE .* 01a20412-d891/);
  assertRed(judge([...all, { ...seen, eventID: 'urn:uuid:other' }]), /^en plus : OBSERVE .* other/);
  const twice = { ...journey, alerts: [alert, alert] };
  assertRed(judge([...all, seen], twice), /^absents : .*DOOR_OPEN/);
  assertRed(judge([], { ...journey, assignments: [], positions: [], alerts: [] }), /^faits du voyage : 0$/);
});

test('each thing that a document says otherwise, or does not say, is seen', () => {
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ action: 'ADD' }, /ADD 2026/],
    [{ action: undefined }, /rien 2026/],
    [{ eventID: 'urn:uuid:other' }, / other /],
    [{ eventID: 7 }, /Z {2}TRK-TG/],
    [{ eventTime: NINE }, /OBSERVE 2026-11-20T09/],
    [{ eventTime: 'hier' }, /sans date au document \(hier\)/],
    [{ eventTime: 7 }, /sans date au document \(7\)/],
    [{ readPoint: { id: 'geo:6.4,1.2' } }, / 6\.4,1\.2 /],
    [{ readPoint: null }, /0011000001 {2}\[/],
    [sensed(reports, 'urn:x-corridor:device:TRK-BF:0011000001'), /TRK-BF:0011000001/],
    [sensed(reports, null), /8a {2}6\.426/],
    [
      { sensorElementList: [...sensed(reports).sensorElementList, { sensorMetadata: {} }] },
      /0011000001 {2}6/,
    ],
    [{ sensorElementList: {} }, /6\.426,1\.213 $/],
    [{ sensorElementList: [...seen.sensorElementList, ...sensed([alarm]).sensorElementList] }, /"DOOR_OPEN"/],
    [sensed([...reports, { type: 'Temperature', value: 30, uom: 'CEL' }]), /\["Temperature",30,"CEL"\]/],
    [sensed([...reports, { type: 'Speed' }]), /\["Speed",null,null\]/],
    [sensed('57 km/h'), /6\.426,1\.213 $/],
  ];
  for (const [changes, seenAs] of wrong) {
    const judged = judge([put, taken, { ...seen, ...changes }, warned]);
    assertRed(judged, /^absents : OBSERVE/);
    assertRed(judged, new RegExp(`^en plus : .*${seenAs.source}`));
  }
});

test('each measure that is missing, another, in another unit or of another kind is seen', () => {
  reports.forEach((report, index) => {
    const others = reports.toSpliced(index, 1);
    const changes = [{ value: 1, stringValue: 'OTHER' }, { uom: 'XXX' }, { type: 'Other' }];
    const said = [others, ...changes.map((change) => [...others, { ...report, ...change }])];
    if (report.value !== undefined) said.push([...others, { ...report, value: `${report.value}` as never }]);
    for (const told of said) assertRed(judge([put, taken, { ...seen, ...sensed(told) }, warned]), /^en plus/);
  });
  const silenced = sensed([{ ...alarm, exception: undefined }, lost]);
  assertRed(judge([put, taken, seen, { ...warned, ...silenced }]), /\["DOOR_OPEN",null,null\]/);
  const another = sensed([{ ...alarm, type: 'urn:x-corridor:alert:LOCK_CUT' }, lost]);
  assertRed(judge([put, taken, seen, { ...warned, ...another }]), /LOCK_CUT/);
});

test('another device put on or taken off, one more, and another instant are seen', () => {
  const stranger = 'urn:x-corridor:device:TRK-BF:0000000002';
  assertRed(
    judge([{ ...put, childEPCs: [stranger] }, ...all.slice(1)]),
    /^en plus : ADD .* TRK-BF:0000000002$/,
  );
  assertRed(
    judge([{ ...put, childEPCs: [DEVICE_ID, stranger] }, ...all.slice(1)]),
    /^en plus : ADD .* TRK-BF/,
  );
  assertRed(judge([{ ...put, eventTime: TEN }, ...all.slice(1)]), /^en plus : ADD .*T10/);
  for (const childEPCs of [null, 7, DEVICE_ID.slice(1, 9), [{ toString: 1 }], undefined])
    assertRed(judge([{ ...put, childEPCs }, ...all.slice(1)]), /^en plus : ADD/);
});

test('a journey that is misshapen agrees with no document, even one that is misshapen likewise', () => {
  for (const from of ['', 'hier', null, 7, { toString: 1 }, undefined]) {
    const told = { ...journey, assignments: [{ ...device, from, until: TEN }] };
    assertRed(judge([{ ...put, eventTime: from }, ...all.slice(1)], told), /sans date au voyage/);
  }
  for (const until of ['', null, 7]) {
    const told = { ...journey, assignments: [{ ...device, from: NINE, until }] };
    assertRed(judge([put, seen, warned], told), /^absents : DELETE sans date au voyage/);
  }
  for (const key of ['eventId', 'recordedAt', 'platform', 'position', 'speedKmh', 'lock', 'gnss'] as const)
    for (const value of [null, 'texte', [], { toString: 1, latitudeDeg: { toString: 1 } }, undefined])
      assertRed(judge(all, { ...journey, positions: [{ ...position, [key]: value }] }), /^absents : OBSERVE/);
  assertRed(judge([{}, null], { positions: [{}, null] }), /^absents : OBSERVE sans date au voyage/);
});

test('an answer of any other shape is red, and breaks nothing', () => {
  const read = (answer: unknown) => consulted(PATH, answer);
  const beside = (told: unknown) => (records: Parameters<typeof epcisSaysTheSame>[0]) =>
    epcisSaysTheSame([consulted(PATH, told), ...records], REFERENCE);
  assertRedWhenMisshapen('positions', read, beside(document(all)));
  assertRedWhenMisshapen('epcisBody', read, beside(journey));
  for (const body of [null, 7, {}, { eventList: null }, { eventList: 'texte' }, { eventList: [null, 7, []] }])
    assertRed(beside(journey)([read({ type: 'EPCISDocument', epcisBody: body })]), /^absents/);
  assertRed(epcisSaysTheSame([], REFERENCE), /^faits du voyage : 0$/);
});
