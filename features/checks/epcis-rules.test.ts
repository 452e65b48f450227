import { test } from 'node:test';
import { epcisValid } from './epcis-rules.ts';
import { assertGreen, assertRed } from './testing/evidence.ts';

const event = (changes: object = {}) => ({
  type: 'ObjectEvent',
  eventID: 'urn:uuid:01a20412-d891-8000-a2ba-3f1420c0ba8a',
  eventTime: '2026-11-20T10:00:00.000Z',
  eventTimeZoneOffset: '+00:00',
  action: 'OBSERVE',
  epcList: ['urn:x-corridor:vehicle:FICTIF'],
  bizStep: 'transporting',
  sensorElementList: [{ sensorReport: [{ type: 'Speed', value: 57, uom: 'KMH' }] }],
  ...changes,
});

const document = (...eventList: object[]) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-20T10:00:00.000Z',
  epcisBody: { eventList },
});

test('a document that keeps the rules is valid', () => {
  assertGreen(epcisValid(document(event())));
});

test('each rule of GS1 that a document breaks is seen', () => {
  const broken: readonly (readonly [object, RegExp])[] = [
    [{ eventTimeZoneOffset: undefined }, /eventTimeZoneOffset/],
    [{ eventTimeZoneOffset: 'Z' }, /eventTimeZoneOffset/],
    [{ eventTimeZoneOffset: '+14:30' }, /eventTimeZoneOffset/],
    [{ eventTime: '2026-11-20 10:00' }, /eventTime/],
    [{ eventID: 'event 1' }, /eventID/],
    [{ action: 'SEEN' }, /action/],
    [{ bizStep: 'driving' }, /bizStep/],
    [{ disposition: 'lost' }, /disposition/],
    [{ epcList: ['plaque AB 1234'] }, /epcList/],
    [{ epcList: [], sensorElementList: [] }, /epcList ou sensorElementList/],
    [{ type: 'AssociationEvent', epcList: undefined }, /parentID/],
    [{ type: 'TrackingEvent' }, /type d'événement/],
    [{ speed: 57 }, /membre inconnu speed/],
    [{ readPoint: { id: 'Kara' } }, /readPoint/],
    [{ sensorElementList: [{ sensorReport: [] }] }, /sensorReport/],
    [{ sensorElementList: [{ sensorReport: [{ value: 57 }] }] }, /type/],
    [{ sensorElementList: [{ sensorReport: [{ type: 'Speed', value: 57, uom: 'km/h' }] }] }, /uom/],
  ];
  for (const [changes, seen] of broken) assertRed(epcisValid(document(event(changes))), seen);
  assertRed(epcisValid(document(event(), event())), /jamais deux fois/);
  assertRed(epcisValid({ ...document(event()), schemaVersion: '1.2' }), /schemaVersion/);
  assertRed(epcisValid({ ...document(event()), '@context': [] }), /@context/);
  assertRed(epcisValid(undefined), /epcisBody/);
});
