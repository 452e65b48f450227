import { test } from 'node:test';
import { dwellKnown } from './border-dwell.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const times = { presentedAt: '2026-11-20T08:00:00Z', passedAt: '2026-11-20T10:34:00Z' };
const passage = message('BorderPassage', 1, { payload: times });

test('the dwell is read by whoever is told of the passage', () => {
  assertGreen(dwellKnown([delivered(passage, 'TG'), delivered(passage, 'ML')], passage.messageId, 154));
});

test('a lost or rounded presentation time, and a passage nobody is told of, are seen', () => {
  const lost = { ...passage, payload: { passedAt: times.passedAt } };
  const rounded = { ...passage, payload: { ...times, presentedAt: times.passedAt } };
  assertRed(dwellKnown([delivered(lost, 'TG')], passage.messageId, 154), /TG/);
  assertRed(dwellKnown([delivered(rounded, 'TG')], passage.messageId, 154), /: 0$/);
  assertRed(dwellKnown([], passage.messageId, 154), /non/);
});

test('a passage without payload, or with instants of another kind, is seen', () => {
  const { payload: _, ...bare } = passage;
  const odd = { ...passage, payload: { presentedAt: { toString: 1 }, passedAt: 7 } };
  for (const body of [bare, odd])
    assertRed(
      dwellKnown([{ ...delivered(passage, 'TG'), body: JSON.stringify(body) }], passage.messageId, 154),
      /TG/,
    );
});
