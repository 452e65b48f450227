import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Journey } from '../../../../profile/export/tracking-shapes.ts';
import type { Assignment } from '../assignments.ts';
import { epcisOf } from './epcis-of.ts';

const on = (id: string, plate: string, from: string, until: string | null): Assignment => ({
  id,
  reference: '26TG0LOM1T00000014',
  platform: 'TRK-TG',
  deviceId: 'SYN-0001',
  plate,
  container: null,
  office: 'TG0LOM1',
  message: '',
  attachedAt: Date.parse(from),
  detachedAt: until === null ? null : Date.parse(until),
  detachedOffice: until === null ? null : 'TG0CIN1',
  lastSeq: 0,
});

const assignments = [
  on('1', 'SYN-TG-1', '2026-11-03T06:00:00Z', '2026-11-03T09:00:00Z'),
  on('2', 'SYN-TG-2', '2026-11-03T10:00:00Z', null),
];

/** The vehicle of each observation of a journey. @param positions recordedAt, and receivedAt where its clock was ahead */
function vehiclesOf(positions: readonly (readonly [string, string?])[]) {
  const journey = {
    transitReference: '26TG0LOM1T00000014',
    assignments: [],
    gaps: [],
    positions: positions.map(([recordedAt, ahead], index) => ({
      eventId: `00000000-0000-7000-8000-00000000000${index}`,
      recordedAt,
      receivedAt: ahead ?? recordedAt,
      platform: 'TRK-TG',
      deviceId: 'SYN-0001',
      territory: 'TG',
      gnss: 'FIX',
      stored: false,
      ...(ahead === undefined ? {} : { clockAhead: true }),
    })),
    alerts: [],
    deviceStates: [],
  } as unknown as Journey;
  const { eventList } = epcisOf({ journey, assignments, now: 0 }).epcisBody;
  return eventList.flatMap((event) => (event.type === 'ObjectEvent' ? [event.epcList?.[0] ?? null] : []));
}

test('what a device saw is tied to the vehicle on which it then was, not to its last', () => {
  assert.deepEqual(
    vehiclesOf([['2026-11-03T07:00:00Z'], ['2026-11-03T09:00:00Z'], ['2026-11-03T11:00:00Z']]),
    ['urn:x-corridor:vehicle:SYN-TG-1', 'urn:x-corridor:vehicle:SYN-TG-1', 'urn:x-corridor:vehicle:SYN-TG-2'],
  );
});

test('what a device with a clock ahead saw is tied to the vehicle on which it was when it came', () => {
  assert.deepEqual(vehiclesOf([['2026-11-03T12:00:00Z', '2026-11-03T08:00:00Z']]), [
    'urn:x-corridor:vehicle:SYN-TG-1',
  ]);
});

test('what a device saw before it was on any vehicle is tied to none', () => {
  assert.deepEqual(vehiclesOf([['2026-11-03T05:00:00Z']]), [null]);
});
