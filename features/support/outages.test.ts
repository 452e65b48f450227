import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delivered, message } from '../checks/testing/evidence.ts';
import { attempted } from './outages.ts';
import type { CorridorWorld } from './world.ts';

const notice = message('TransitNotice', 1);
const worldThatSaw = (...recorded: CorridorWorld['recorded']) => ({
  recorded,
  run: { settings: { realClock: { now: () => performance.now() } } } as CorridorWorld['run'],
});

test('a first attempt that was seen is waited for no longer', async () => {
  await attempted(worldThatSaw(delivered(notice, 'BF', { status: 503 })), 'BF', notice.messageId, 20);
});

test('a country to which no attempt was made leaves the scenario without a verdict', async () => {
  const other = worldThatSaw(delivered(notice, 'ML'));
  await assert.rejects(attempted(other, 'BF', notice.messageId, 20), {
    code: 'INCONCLUSIVE',
    message: /à BF/,
  });
});
