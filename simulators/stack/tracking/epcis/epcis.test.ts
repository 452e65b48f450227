import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../../testing/stack-process.ts';
import { newImei, onRoad, TrackingStand } from '../testing/tracking-stand.ts';
import { type EpcisDocument, epcisDocument } from './epcis-schema.ts';

const HOUR = 3_600_000;

let server: StackProcess;
let stand: TrackingStand;
let document: EpcisDocument;
let imei: string;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('epcis_tracking'));
  imei = newImei();
  await stand.register(imei);
  const start = Date.now() - 3 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const link = await stand.connected(imei);
  await stand.report(link, onRoad(movement, 100, { at: start + HOUR, speedKmh: 57, io: { 113: 81 } }));
  await stand.report(link, onRoad(movement, 120, { at: start + 1.5 * HOUR, event: 2, io: { 2: 1 } }));
  await stand.report(link, { at: start + 1.8 * HOUR, lat: 0, lon: 0, satellites: 0, speedKmh: 0 });
  link.close();
  await stand.assign(movement, { action: 'DETACH', deviceId: imei, at: start + 2 * HOUR });
  const answer = await fetch(`${stand.url}/v0/journeys/${movement.reference}`, {
    headers: { 'corridor-seat': 'BF', accept: 'application/ld+json' },
  });
  assert.match(answer.headers.get('content-type') ?? '', /^application\/ld\+json/);
  document = (await answer.json()) as EpcisDocument;
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('a journey as an EPCIS document keeps the rules of the schema of GS1', () => {
  assert.deepEqual(epcisDocument.safeParse(document).error?.issues ?? [], []);
});

test('the device is tied to the vehicle and taken off, and what it saw stands between', () => {
  const { eventList } = document.epcisBody;
  assert.deepEqual(
    eventList.map(({ type, action, bizStep, disposition }) => [type, action, bizStep, disposition]),
    [
      ['AssociationEvent', 'ADD', 'installing', 'active'],
      ['ObjectEvent', 'OBSERVE', 'transporting', 'in_transit'],
      ['ObjectEvent', 'OBSERVE', 'transporting', 'in_transit'],
      ['ObjectEvent', 'OBSERVE', 'transporting', 'container_open'],
      ['ObjectEvent', 'OBSERVE', 'transporting', 'in_transit'],
      ['AssociationEvent', 'DELETE', 'removing', 'inactive'],
    ],
  );
  assert.ok(eventList.every(({ eventTimeZoneOffset }) => eventTimeZoneOffset === '+00:00'));
  const first = eventList[1];
  assert.match(first?.readPoint?.id ?? '', /^geo:6\.\d+,1\.\d+$/);
  assert.deepEqual(first?.sensorElementList?.[0]?.sensorReport.slice(0, 1), [
    { type: 'Speed', value: 57, uom: 'KMH' },
  ]);
  assert.ok(JSON.stringify(first).includes('"value":81,"uom":"P1"'));
});

test('what the schema forbids is found: each document that is wrong in one way is refused', () => {
  // biome-ignore lint/suspicious/noExplicitAny: each is broken on purpose
  const wrong: readonly ((given: any) => void)[] = [
    (given) => delete given['@context'],
    (given) => given['@context'].shift(),
    (given) => (given.schemaVersion = '1.2'),
    (given) => delete given.creationDate,
    (given) => (given.epcisBody.eventList[1].eventTimeZoneOffset = 'Z'),
    (given) => (given.epcisBody.eventList[1].action = 'SEEN'),
    (given) => (given.epcisBody.eventList[1].bizStep = 'driving'),
    (given) => (given.epcisBody.eventList[1].readPoint = { id: 'Lome' }),
    (given) => (given.epcisBody.eventList[1].eventTime = '2026-11-22 10:00'),
    (given) => (given.epcisBody.eventList[2].eventID = given.epcisBody.eventList[1].eventID),
    (given) => (given.epcisBody.eventList[1].sensorElementList[0].sensorReport = []),
    (given) => (given.epcisBody.eventList[1].sensorElementList[0].sensorReport = [{ value: 3, uom: 'KMH' }]),
    (given) => (given.epcisBody.eventList[1].sensorElementList[0].sensorReport[0].uom = 'km/h'),
    (given) => delete given.epcisBody.eventList[0].parentID,
    (given) => (given.epcisBody.eventList[0].childEPCs = []),
    (given) => (given.epcisBody.eventList[0].type = 'TrackingEvent'),
    (given) => (given.epcisBody.eventList[0].speedKmh = 3),
  ];
  for (const [index, spoil] of wrong.entries()) {
    const copy = structuredClone(document);
    spoil(copy);
    assert.equal(epcisDocument.safeParse(copy).success, false, `case ${index}`);
  }
});
