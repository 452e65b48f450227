import { test } from 'node:test';
import { refusalNamesMessage } from './refusal-answers.ts';
import { assertGreen, assertRed, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const id = notice.messageId;
const refusal = (changes: object) =>
  submitted(notice, {
    status: 422,
    answer: message('SyntaxError', 2, {
      sender: 'hub',
      correlationId: id,
      payload: { relatesTo: id },
      ...changes,
    }),
  });

test('a refusal that names the message is as required; one that names another, or none, is seen', () => {
  assertGreen(refusalNamesMessage([refusal({})], id));
  assertRed(refusalNamesMessage([refusal({ correlationId: 'other' })], id), /correlationId.*other/);
  assertRed(refusalNamesMessage([refusal({ payload: {} })], id), /relatesTo.*rien/);
  assertRed(refusalNamesMessage([submitted(notice)], id), /rien/);
});
