import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drain } from './drain.ts';
import { undelivered } from './silence.ts';

const clock = { now: () => performance.now() };
const seatTold = (answer: unknown, status = 200) => {
  const bytes = Buffer.from(JSON.stringify(answer));
  return { country: 'BF', deliveries: async () => ({ status, bytes, body: answer as never }) };
};
const empty = { pending: 0, processing: 0 };

test('queues that are empty are drained, one that is not is waited for', async () => {
  assert.equal((await drain([seatTold(empty)], clock, 20)).drained, true);
  const waiting = await drain([seatTold({ ...empty, pending: 2 })], clock, 20);
  assert.deepEqual([waiting.drained, waiting.elapsedMs >= 20], [false, true]);
  assert.match(undelivered(waiting, ['DLV-003'])[1]?.observed ?? '', /BF : 2 en attente/);
});

for (const answer of [null, 7, [], {}, { pending: '0', processing: 0 }, { pending: -1, processing: 0 }])
  test(`a delivery state of ${JSON.stringify(answer)} does not conform, and is not waited for`, async () => {
    const seen = await drain([seatTold(empty), seatTold(answer)], clock, 60_000);
    assert.equal(seen.drained, false);
    const [observation, ...others] = undelivered(seen, ['DLV-003']);
    assert.deepEqual([observation?.ok, observation?.requirement, others], [false, 'DLV-013', []]);
    assert.ok(observation?.observed.includes(JSON.stringify(answer)), observation?.observed);
  });

test('a hub that does not answer leaves the scenario without a verdict', async () => {
  await assert.rejects(drain([seatTold({}, 503)], clock, 20), { code: 'INCONCLUSIVE' });
});
