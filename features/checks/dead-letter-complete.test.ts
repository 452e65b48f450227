import { test } from 'node:test';
import { deadLetterComplete } from './delivery-state.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  consulted,
  delivered,
  message,
} from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const path = '/v0/participants/BF/dead-letters';
const letter = {
  cursor: 4,
  messageId: notice.messageId,
  messageType: 'AT01',
  firstAttemptAt: '2026-11-20T12:00:00Z',
  deadAt: '2026-11-23T12:00:01Z',
  reason: 'status 503',
};
const expected = { messageType: 'AT01', atLeastHours: 72 };
const judge = (entry: object) =>
  deadLetterComplete(
    [delivered(notice, 'BF', { cursor: 4, status: 503 }), consulted(path, { deadLetters: [entry] })],
    'BF',
    notice.messageId,
    expected,
  );

test('a dead letter with all its marks is as required', () => {
  assertGreen(judge(letter));
});

test('each mark that is missing or wrong is seen', () => {
  assertRed(judge({ ...letter, cursor: 1 }), /essais : 1$/);
  assertRed(judge({ ...letter, messageType: undefined }), /type du message : rien/);
  assertRed(judge({ ...letter, firstAttemptAt: undefined }), /premier essai rien/);
  assertRed(judge({ ...letter, deadAt: '2026-11-21T12:00:00Z' }), /fin 2026-11-21/);
  assertRed(judge({ ...letter, reason: '' }), /raison : rien/);
  assertRed(judge({ ...letter, messageId: 'autre' }), /type du message : rien/);
});

test('an answer of another shape is seen', () => {
  assertRedWhenMisshapen(
    'deadLetters',
    (answer) => consulted(path, answer),
    (records) => deadLetterComplete(records, 'BF', notice.messageId, expected),
  );
});
