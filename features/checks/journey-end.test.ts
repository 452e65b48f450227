import { test } from 'node:test';
import { journeyEndsWith } from './journey-end.ts';
import { assertGreen, assertRed, consulted, REFERENCE } from './testing/evidence.ts';

const device = { platform: 'TRK-TG', deviceId: 'FICTIF-000001' };
const early = { ...device, recordedAt: '2026-11-20T08:00:00.000Z', batteryPct: 9 };
const late = { ...device, recordedAt: '2026-11-20T09:00:00.000Z', batteryPct: 90 };
const journey = (positions: unknown, state = 'ACTIVE') =>
  consulted(`/v0/journeys/${REFERENCE}`, { positions, deviceStates: [{ ...device, state }] });
const expected = { batteryPct: 90, recordedAt: late.recordedAt, state: 'ACTIVE' };
const judge = (...records: ReturnType<typeof journey>[]) =>
  journeyEndsWith(records, REFERENCE, device.deviceId, expected);

test('the last position of the journey and the last state of the device are looked at', () => {
  assertGreen(judge(journey([late, early]), journey([early, late])));
});

test('an older position at the end, another state and a journey without positions are seen', () => {
  assertRed(judge(journey([late, early])), /batteryPct : 9$/);
  assertRed(judge(journey([early, late], 'DETACHED')), /DETACHED/);
  assertRed(judge(), /aucune position/);
  assertRed(judge(journey([{ ...late, deviceId: 'FICTIF-000002' }])), /aucune position/);
  for (const odd of [null, 7, 'x', {}, [null], [[]]]) assertRed(judge(journey(odd)), /aucune position/);
});
