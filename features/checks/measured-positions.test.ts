import { test } from 'node:test';
import { type Measured, positionsAsMeasured } from './measured-positions.ts';
import { assertGreen, assertRed, consulted, REFERENCE } from './testing/evidence.ts';

const START = Date.parse('2026-11-20T10:00:00.000Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

const measured = (minutes: number, changes: Partial<Measured> = {}): Measured => ({
  platform: 'TRK-TG',
  protocol: 'jointech',
  deviceId: '0011000001',
  recordedAt: at(minutes),
  latitudeDeg: 7.5,
  longitudeDeg: 1.1,
  speedKmh: 50,
  fixed: true,
  alerts: [],
  stored: false,
  ...changes,
});

const position = (minutes: number, changes: object = {}) => ({
  platform: 'TRK-TG',
  deviceId: '0011000001',
  recordedAt: at(minutes),
  position: { latitudeDeg: 7.500001, longitudeDeg: 1.1 },
  speedKmh: 50,
  gnss: 'FIX',
  stored: false,
  ...changes,
});

const published = (positions: object[]) => [
  consulted(`/v0/journeys/${REFERENCE}`, { transitReference: REFERENCE, positions }),
];

test('positions as they were measured are as required, sent twice or not', () => {
  const records = published([position(0), position(15)]);
  assertGreen(positionsAsMeasured(records, REFERENCE, [measured(0), measured(15), measured(15)]));
  assertRed(positionsAsMeasured([], REFERENCE, [measured(0)]), /positions : 0/);
});

test('a measure that is missing, one too many, twice, moved or no longer stored is seen', () => {
  const judge = (...positions: object[]) =>
    positionsAsMeasured(published(positions), REFERENCE, [measured(0), measured(15, { stored: true })]);
  const good = position(15, { stored: true });
  assertGreen(judge(position(0), good));
  assertRed(judge(position(0)), /manquent : 1/);
  assertRed(judge(position(0), good, position(20)), /sans mesure : 1/);
  assertRed(judge(position(0), good, good), /plusieurs fois : 1/);
  assertRed(judge(position(0), position(15)), /autrement que mesurées : 1/);
  const moved = position(0, { position: { latitudeDeg: 7.51, longitudeDeg: 1.1 } });
  assertRed(judge(moved, good), /autrement que mesurées : 1/);
  assertRed(judge(position(0, { speedKmh: 27 }), good), /autrement que mesurées : 1/);
});
