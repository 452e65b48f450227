import { test } from 'node:test';
import { findingAbout } from './finding-told.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const { messageId } = message('TransitNotice', 1);
const finding = (relatesTo = messageId, kind = 'dead-letter') =>
  message('FindingNotice', 2, { sender: 'hub', payload: { kind, relatesTo } });

test('a finding told to both sides once each is as required', () => {
  const both = [
    delivered(finding(), 'TG', { status: 503 }),
    delivered(finding(), 'TG'),
    delivered(finding(), 'BF'),
  ];
  assertGreen(findingAbout(both, 'dead-letter', messageId, ['TG', 'BF']));
});

test('a side that is not told, one told twice, another kind and another message are seen', () => {
  assertRed(findingAbout([delivered(finding(), 'TG')], 'dead-letter', messageId, ['TG', 'BF']), /: TG$/);
  const twice = [delivered(finding(), 'TG'), delivered(finding(), 'TG')];
  assertRed(findingAbout(twice, 'dead-letter', messageId, ['TG']), /TG, TG/);
  const other = [delivered(finding(messageId, 'duplicate-id'), 'TG'), delivered(finding('other'), 'TG')];
  assertRed(findingAbout(other, 'dead-letter', messageId, ['TG']), /aucun/);
});

test('a finding that came without relatesTo, or was refused, is told apart from one that never came', () => {
  const bare = message('FindingNotice', 2, { sender: 'hub', payload: { kind: 'dead-letter' } });
  assertRed(
    findingAbout([delivered(bare, 'TG')], 'dead-letter', messageId, ['TG']),
    /remis à TG, mais sans relatesTo/,
  );
  const refused = [delivered(finding(), 'TG', { status: 422 })];
  assertRed(findingAbout(refused, 'dead-letter', messageId, ['TG']), /refusé par TG \(422\)/);
});
