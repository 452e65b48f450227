import { test } from 'node:test';
import { answerLost } from './answer-lost.ts';
import { assertGreen, assertRed, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const unanswered = submitted(notice, { fault: 'reset' });
const lost = (answered: number | undefined, id = notice.messageId) => ({
  ...unanswered,
  kind: 'link' as const,
  method: 'lost-answer',
  path: '/struck',
  body: JSON.stringify({ id, became: 'lost', answered }),
});

test('an acknowledgement that is lost is seen from both ends of the link', () => {
  assertGreen(answerLost([unanswered, lost(202)], notice.messageId));
});

test('a message that never arrived, arrived twice, was not acknowledged or was answered is no lost answer', () => {
  const { messageId } = notice;
  assertRed(answerLost([unanswered], messageId), /0 exemplaire/);
  assertRed(answerLost([unanswered, lost(202, 'other')], messageId), /0 exemplaire/);
  assertRed(answerLost([unanswered, lost(202), lost(202)], messageId), /2 exemplaire/);
  assertRed(answerLost([unanswered, lost(undefined)], messageId), /1 exemplaire.*0 accusé/);
  assertRed(answerLost([submitted(notice), lost(202)], messageId), /1 réponse/);
  assertRed(answerLost([unanswered, unanswered, lost(202)], messageId), /2 dépôt/);
});
