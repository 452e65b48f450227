import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkEvent } from './link.ts';
import { linkTo } from './testing/engines.ts';
import { CountingServer, say } from './testing/exchange-ends.ts';
import { RawServer } from './testing/raw-ends.ts';
import { until } from './testing/until.ts';

const ONE = '{"messageId":"1"}';
const TWO = '{"messageId":"2"}';
const THREE = '{"messageId":"3"}';

/** Hears everything; never answers what holds this. */
const deafTo = (silent: string): Promise<RawServer> =>
  RawServer.start((heard, socket) => {
    if (!heard.includes(silent)) socket.write('HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n');
  });

const becameOf = (events: readonly LinkEvent[]): (string | undefined)[] =>
  events.flatMap(({ what, became }) => (what === 'struck' ? [became] : []));

const order = (heard: string): string[] => heard.match(/\{"messageId":"\d"\}/g) ?? [];

for (const name of ['hold-back', 'reorder'])
  test(`${name}: whoever never answers what is let go is not waited for without end`, async () => {
    await using server = await deafTo('messageId');
    const events: LinkEvent[] = [];
    const onEvent = (event: LinkEvent): void => void events.push(event);
    await using link = await linkTo(server.address, undefined, 'exchange', onEvent, { answerMs: 50 });
    const fault = await link.begin({ name });
    assert.equal(await say(link.address, ONE), 'broken');
    await fault.end();
    assert.deepEqual(becameOf(events).slice(1), ['no answer within 50 ms to what was held']);
    assert.deepEqual(order(server.heard), [ONE]);
  });

test('those behind one that is not answered go on, in their order, and are not held up again', async () => {
  await using server = await deafTo(ONE);
  const events: LinkEvent[] = [];
  const onEvent = (event: LinkEvent): void => void events.push(event);
  await using link = await linkTo(server.address, undefined, 'exchange', onEvent, { answerMs: 50 });
  await link.begin({ name: 'hold-back', ms: 1 });
  for (const body of [ONE, TWO, THREE]) assert.equal(await say(link.address, body), 'broken');
  await until(() => becameOf(events).length === 6, 'all that was held went on');
  assert.deepEqual(order(server.heard), [ONE, TWO, THREE]);
  assert.deepEqual(
    becameOf(events).filter((became) => became !== 'held back'),
    ['no answer within 50 ms to what was held', 'answer 202 to what was held', 'answer 202 to what was held'],
  );
});

test('only so many requests of so many bytes are held: those beyond are lost, and told', async () => {
  await using server = await CountingServer.start();
  const events: LinkEvent[] = [];
  const onEvent = (event: LinkEvent): void => void events.push(event);
  const limits = { heldRequests: 2, heldBytes: 100 };
  await using link = await linkTo(server.address, undefined, 'exchange', onEvent, limits);
  const fault = await link.begin({ name: 'hold-back' });
  const large = JSON.stringify('x'.repeat(90));
  for (const body of [ONE, large, TWO, THREE]) assert.equal(await say(link.address, body), 'broken');
  await fault.end();
  assert.deepEqual(server.bodies, [ONE, TWO]);
  assert.deepEqual(becameOf(events).slice(0, 4), [
    'held back',
    'request lost: 1 of 17 bytes in all held already',
    'held back',
    'request lost: 2 of 34 bytes in all held already',
  ]);
  assert.equal(await say(link.address, ONE), '202 {"answer":3}');
});

test('evidence that fails does not keep what is held from going on, and is told at the end', async () => {
  await using server = await CountingServer.start();
  const link = await linkTo(server.address, undefined, 'exchange', ({ became }) => {
    if (became?.startsWith('answer')) throw new RangeError('no room for evidence');
  });
  const fault = await link.begin({ name: 'hold-back' });
  for (const body of [ONE, TWO]) assert.equal(await say(link.address, body), 'broken');
  await assert.rejects(fault.end(), { message: 'no room for evidence' });
  assert.deepEqual(server.bodies, [ONE, TWO]);
  await link[Symbol.asyncDispose]();
});
