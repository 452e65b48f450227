import { test } from 'node:test';
import { deliveredUnder, notAttemptedYet } from './deliveries-addressed.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const { messageId } = notice;
const at = (path: string) => ({ ...delivered(notice, 'BF'), path });

test('deliveries under the new path alone are as required; others, and none, are seen', () => {
  assertGreen(deliveredUnder([at('/neuf/v0/messages'), delivered(notice, 'ML')], messageId, 'BF', '/neuf'));
  assertRed(deliveredUnder([at('/v0/messages')], messageId, 'BF', '/neuf'), /BF : \/v0\/messages$/);
  assertRed(deliveredUnder([at('/v0/messages'), at('/neuf/v0/messages')], messageId, 'BF', '/neuf'), /, /);
  assertRed(deliveredUnder([], messageId, 'BF', '/neuf'), /aucun/);
});

test('an attempt of what should wait is seen', () => {
  assertGreen(notAttemptedYet([delivered(notice, 'ML')], messageId, 'BF'));
  assertRed(notAttemptedYet([delivered(notice, 'BF', { fault: 'reset' })], messageId, 'BF'), /: 1$/);
});
