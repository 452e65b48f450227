import { test } from 'node:test';
import { journeyAssignments, journeyCounts, journeyGaps } from './journey-assignments.ts';
import { assertGreen, assertRed, consulted, REFERENCE } from './testing/evidence.ts';

const journey = {
  transitReference: REFERENCE,
  assignments: [
    {
      platform: 'TRK-TG',
      deviceId: 'SYN-0001',
      from: '2026-11-20T06:00:00Z',
      until: '2026-11-20T12:00:00.000Z',
    },
    { platform: 'TRK-BF', deviceId: 'SYN-0002', from: '2026-11-20T12:00:00Z' },
  ],
  gaps: [{ from: '2026-11-20T12:00:00Z', until: '2026-11-20T13:00:00Z', where: 'TG0CIN1' }],
  positions: [{}, {}],
  alerts: [{}],
};
const first = {
  platform: 'TRK-TG',
  deviceId: 'SYN-0001',
  from: '2026-11-20T06:00:00.000Z',
  until: '2026-11-20T12:00:00.000Z',
};
const second = { platform: 'TRK-BF', deviceId: 'SYN-0002', from: '2026-11-20T12:00:00.000Z', until: null };
const gap = { from: '2026-11-20T12:00:00.000Z', until: '2026-11-20T13:00:00.000Z', where: 'TG0CIN1' };

const read = (body: unknown = journey, status = 200) => [
  consulted(`/v0/journeys/${REFERENCE}`, body, { status }),
];

test('the devices of a journey, its gaps and its counts as the scenario names them are as required', () => {
  assertGreen(journeyAssignments(read(), REFERENCE, [first, second]));
  assertGreen(journeyGaps(read(), REFERENCE, [gap]));
  assertGreen(journeyGaps(read({ ...journey, gaps: [] }), REFERENCE, []));
  assertGreen(journeyCounts(read(), REFERENCE, { positions: 2, alerts: 1 }));
});

test('a device missing, out of order, or with other times is seen', () => {
  assertRed(journeyAssignments(read(), REFERENCE, [first]), /SYN-0002/);
  assertRed(journeyAssignments(read(), REFERENCE, [second, first]), /SYN-0001.*SYN-0002/);
  assertRed(journeyAssignments(read(), REFERENCE, [{ ...first, until: null }, second]), /12:00:00/);
  assertRed(journeyAssignments(read(), REFERENCE, [first, { ...second, until: second.from }]), /ce jour/);
});

test('a gap missing, of another office, or open where it ended is seen', () => {
  assertRed(journeyGaps(read(), REFERENCE, []), /TG0CIN1/);
  assertRed(journeyGaps(read({ ...journey, gaps: [] }), REFERENCE, [gap]), /aucun/);
  assertRed(journeyGaps(read(), REFERENCE, [{ ...gap, where: 'BF0CIN1' }]), /TG0CIN1/);
  assertRed(journeyGaps(read(), REFERENCE, [{ ...gap, until: null }]), /13:00:00/);
});

test('one position more or one alert less, and a journey refused, are seen', () => {
  assertRed(journeyCounts(read(), REFERENCE, { positions: 1, alerts: 1 }), /positions du voyage : 2/);
  assertRed(journeyCounts(read(), REFERENCE, { positions: 2, alerts: 2 }), /alertes du voyage : 1/);
  assertRed(journeyCounts(read({}, 403), REFERENCE, { positions: 0, alerts: 0 }), /rien/);
  assertRed(journeyGaps(read(journey, 404), REFERENCE, []), /rien/);
});
