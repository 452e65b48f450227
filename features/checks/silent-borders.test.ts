import { test } from 'node:test';
import { silentBordersTold } from './silent-borders.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE } from './testing/evidence.ts';

const told = (office: string, to: string, kind = 'passage-missing') =>
  delivered(message('FindingNotice', 1, { sender: 'hub', recipient: to, payload: { kind, office } }), to);
const judge = (records: Parameters<typeof silentBordersTold>[0]) =>
  silentBordersTold(records, REFERENCE, 'TG', ['TG0CIN1', 'BF0CIN1']);
const honest = [told('TG0CIN1', 'TG'), told('BF0CIN1', 'TG'), told('BF0CIN1', 'BF')];

test('each silent office told to departure and to its country is as required', () => {
  assertGreen(judge(honest));
});

test('an office untold, told twice, told to a third country, and silence are seen', () => {
  assertRed(judge(honest.slice(0, 2)), /BF0CIN1 à TG, TG0CIN1 à TG$/);
  assertRed(judge([...honest, told('BF0CIN1', 'BF')]), /BF0CIN1 à BF, BF0CIN1 à BF/);
  assertRed(judge([...honest, told('BF0CIN1', 'ML')]), /BF0CIN1 à ML/);
  assertRed(judge([told('BF0CIN1', 'BF', 'overdue')]), /aucun$/);
  assertRed(judge([]), /aucun$/);
});
