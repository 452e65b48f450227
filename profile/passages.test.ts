import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itinerary } from './messages/parts/parts.ts';
import { missingPassages, passagesOutOfOrder } from './passages.ts';
import { smallNotice } from './testing/small-notice.ts';

const { legs } = itinerary.parse(smallNotice.payload.itinerary);
const exitAt = (passedAt: string) => ({ office: 'TG0CIN1', passedAt });
const entryAt = (passedAt: string) => ({ office: 'BF0CIN1', passedAt });

test('an arrival without any passage misses the exit and the entry, not departure or destination', () => {
  assert.deepEqual(
    missingPassages(legs, []).map(({ office }) => office),
    ['TG0CIN1', 'BF0CIN1'],
  );
  assert.deepEqual(
    missingPassages(legs, [exitAt('2026-11-04T08:00:00Z')]).map(({ country }) => country),
    ['BF'],
  );
});

test('an entry a quarter of an hour before the exit is a matter of clocks, one second more is a finding', () => {
  const exit = exitAt('2026-11-04T10:15:00Z');
  assert.deepEqual(passagesOutOfOrder(legs, [entryAt('2026-11-04T10:00:00Z'), exit]), []);
  const tooEarly = entryAt('2026-11-04T09:59:59Z');
  assert.deepEqual(passagesOutOfOrder(legs, [tooEarly, exit]), [{ earlier: exit, later: tooEarly }]);
});

test('the order in which passages are received does not matter', () => {
  const [exit, entry] = [exitAt('2026-11-04T08:00:00Z'), entryAt('2026-11-04T10:00:00Z')];
  assert.deepEqual(passagesOutOfOrder(legs, [entry, exit]), []);
  assert.deepEqual(passagesOutOfOrder(legs, [exit, entry]), []);
});
