import { test } from 'node:test';
import { localDay } from './local-day.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  consulted,
  delivered,
  message,
} from './testing/evidence.ts';

const passage = (passedAt: unknown) => message('BorderPassage', 1, { payload: { passedAt } });
const zones = (timeZone: unknown) =>
  consulted('/v0/reference-data', { offices: [{ code: 'NE0NIA1', timeZone }] });
const told = (passedAt: unknown, timeZone: unknown = 'Africa/Niamey') => [
  delivered(passage(passedAt), 'TG'),
  zones(timeZone),
];
const { messageId } = passage('');
const judge = (records: Parameters<typeof localDay>[0]) =>
  localDay(records, { messageId, field: 'passedAt', office: 'NE0NIA1', date: '2026-01-01' });

test('half past eleven at night in UTC is the next day in Niamey', () => {
  assertGreen(judge(told('2025-12-31T23:30:00Z')));
});

test('an instant moved to local time, one without Z, another zone, and none are seen', () => {
  assertRed(judge(told('2026-01-01T23:30:00Z')), /: 2026-01-02$/);
  assertRed(judge(told('2026-01-01T00:30:00')), /aucun/);
  assertRed(judge(told('2025-12-31T23:30:00Z', 'Africa/Lome')), /: 2025-12-31$/);
  assertRed(judge(told('2025-12-31T23:30:00Z', 'Sahel')), /aucun \(Sahel\)/);
  assertRed(judge(told(7)), /aucun/);
});

test('nothing delivered, and nothing published, are seen', () => {
  assertRed(judge([zones('Africa/Niamey')]), /^0 remise/);
  assertRed(judge([delivered(passage('2025-12-31T23:30:00Z'), 'TG')]), /fuseau : rien/);
  assertRedWhenMisshapen(
    'offices',
    (answer) => consulted('/v0/reference-data', answer),
    (records) => judge([delivered(passage('2025-12-31T23:30:00Z'), 'TG'), ...records]),
  );
});
