import { test } from 'node:test';
import { deliveredBehind } from './behind-dead-letter.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const release = message('DepartureRelease', 2);
const names = { dead: notice.messageId, next: release.messageId };
const failed = delivered(notice, 'NE', { status: 500 });
const taken = delivered(release, 'NE');

test('what follows a dead letter goes when it is dead', () => {
  assertGreen(deliveredBehind([failed, failed, taken], 'NE', names));
});

test('what never follows, goes before, or was never behind anything is seen', () => {
  assertRed(deliveredBehind([failed], 'NE', names), /0 pris/);
  assertRed(deliveredBehind([failed, taken, { ...failed }], 'NE', names), /avant/);
  assertRed(deliveredBehind([taken], 'NE', names), /0 essai/);
  assertRed(deliveredBehind([delivered(notice, 'NE'), taken], 'NE', names), /1 essai/);
});
