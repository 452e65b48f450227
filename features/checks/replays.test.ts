import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { answeredAlike, firstAnswerKept, takenApart } from './replays.ts';
import {
  acknowledgementOf,
  assertGreen,
  assertRed,
  delivered,
  ledger,
  message,
  REFERENCE,
  submitted,
} from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const id = notice.messageId;
const first = acknowledgementOf(notice, 2);

test('a message repeated three times with one acknowledgement is as required', () => {
  const same = submitted(notice, { answer: first });
  assertGreen(answeredAlike([same, same, same], id, 3));
});

test('an acknowledgement composed afresh, a refused repetition and a lost one are seen', () => {
  const same = submitted(notice, { answer: first });
  const afresh = submitted(notice, { answer: acknowledgementOf(notice, 3) });
  assertRed(answeredAlike([same, afresh], id, 2), /2 accusé/);
  assertRed(answeredAlike([same, submitted(notice, { status: 409, answer: first })], id, 2), /202, 409/);
  assertRed(answeredAlike([same, submitted(notice, { fault: 'reset' })], id, 2), /reset/);
  assertRed(answeredAlike([same], id, 2), /aux dépôts : 202$/);
});

test('an acknowledgement lost to the refused message of the same id is seen', () => {
  const kept = submitted(notice, { answer: first });
  const refused = submitted(notice, { status: 409, answer: {} });
  assertGreen(firstAnswerKept([kept, refused, kept], id));
  assertRed(firstAnswerKept([kept, refused, refused], id), /409/);
  const other = submitted(notice, { answer: acknowledgementOf(notice, 3) });
  assertRed(firstAnswerKept([kept, refused, other], id), /un autre accusé/);
  assertRed(firstAnswerKept([kept, kept], id), /2 dépôt/);
});

test('two messages of one id from two senders are looked at one by one', () => {
  const passage = message('BorderPassage', 1, { sender: 'BF' });
  const both = [submitted(notice), submitted(passage), delivered(notice, 'BF'), delivered(passage, 'TG')];
  const expected = { TG: ['BF'], BF: ['TG'] };
  const events = [
    { messageId: id, sender: 'TG' },
    { messageId: id, sender: 'BF' },
  ];
  const judged = (records: ExchangeRecord[]) => takenApart(records, REFERENCE, id, expected);
  assertGreen(judged([...both, ledger({ events })]));
  assertRed(judged([...both.slice(0, 3), ledger({ events })]), /BF remis à : aucun/);
  assertRed(judged([...both, ledger({ events: events.slice(0, 1) })]), /identifiant : TG$/);
  const conflict = submitted(passage, { status: 409 });
  assertRed(
    judged([...both.slice(0, 1), conflict, ...both.slice(2), ledger({ events })]),
    /dépôt de BF : 409/,
  );
});
