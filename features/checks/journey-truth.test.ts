import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Measured, nothingInvented, positionsAsMeasured, truthShown } from './journey-truth.ts';
import { assertGreen, assertRed } from './testing/evidence.ts';

const REFERENCE = '26TG0LOM1T00000014';
const HOUR = 3_600_000;
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

/** The journey as the stack answered it. */
const answered = (positions: object[], alerts: object[] = []): ExchangeRecord[] => {
  const body = JSON.stringify({ transitReference: REFERENCE, positions, alerts });
  const record = { kind: 'query', path: `/v0/journeys/${REFERENCE}`, answer: { status: 200, body } };
  return [record as unknown as ExchangeRecord];
};

test('positions as they were measured are as required, sent twice or not', () => {
  const records = answered([position(0), position(15)]);
  assertGreen(positionsAsMeasured(records, REFERENCE, [measured(0), measured(15), measured(15)]));
});

test('a measure that is missing, one too many, twice, moved or no longer stored is seen', () => {
  const judge = (...positions: object[]) =>
    positionsAsMeasured(answered(positions), REFERENCE, [measured(0), measured(15, { stored: true })]);
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

const truth = [
  { at: START, what: 'diverted' },
  { at: START + HOUR, what: 'returned' },
  { at: START + 2 * HOUR, what: 'seal-cut' },
  { at: START + 3 * HOUR, what: 'unloaded' },
];
const alert = (code: string, minutes: number) => ({ alert: code, recordedAt: at(minutes) });
const SHOWN = [alert('DEVIATION', 30), alert('LOCK_CUT', 120), alert('UNAUTHORISED_STOP', 130)];

test('each fact that must show has its alert within its time; a late or missing one is seen', () => {
  const judge = (alerts: object[]) => truthShown(answered([], alerts), REFERENCE, truth, [measured(0)]);
  assertGreen(judge(SHOWN));
  assertRed(judge(SHOWN.slice(1)), /diverted .* DEVIATION absente/);
  assertRed(judge([alert('DEVIATION', 62), ...SHOWN.slice(1)]), /DEVIATION absente/);
  assertRed(judge(SHOWN.filter(({ alert: code }) => code !== 'LOCK_CUT')), /LOCK_CUT absente/);
});

test('an alert without a fact is seen', () => {
  const judge = (alerts: object[]) => nothingInvented(answered([], alerts), REFERENCE, truth);
  assertGreen(judge(SHOWN));
  assertRed(judge([...SHOWN, alert('OVERSPEED', 40)]), /OVERSPEED/);
  assertRed(judge([...SHOWN, alert('DEVIATION', 400)]), /DEVIATION/);
});
