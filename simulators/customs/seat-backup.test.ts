import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inbox } from './inbox.ts';
import { Numbering } from './numbering.ts';
import type { ReceivedMessage } from './receiver.ts';
import { backUpOf } from './seat-backup.ts';

const received = (cursor: number) =>
  ({
    message: { messageId: `m${cursor}`, payload: {} },
    name: 'TransitNotice',
    cursor,
  }) as unknown as ReceivedMessage;

test('what came and was counted after a backup is forgotten when it is put back, as often as one likes', () => {
  const inbox = new Inbox();
  const numbering = new Numbering();
  inbox.add(received(1));
  numbering.next('originSeq', 'r');
  const backup = backUpOf(inbox.cursor, [inbox, numbering]);
  for (let round = 0; round < 2; round += 1) {
    inbox.add(received(2));
    numbering.next('originSeq', 'r');
    assert.deepEqual([inbox.cursor, inbox.count, numbering.last('originSeq', 'r')], [2, 2, 2]);
    backup.putBack();
    assert.deepEqual([inbox.cursor, inbox.count, numbering.last('originSeq', 'r')], [1, 1, 1]);
    assert.equal(inbox.of().length, 1);
  }
});
