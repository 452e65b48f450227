import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../fixtures/random.ts';
import { ExchangeProxy } from './exchange/exchange-proxy.ts';
import type { LinkEvent, LinkFault } from './link.ts';
import { openLink } from './open-link.ts';
import { linkTo } from './testing/engines.ts';
import { CountingServer, say } from './testing/exchange-ends.ts';

const ONE = '{"messageId":"1"}';
const TWO = '{"messageId":"2"}';
const THREE = '{"messageId":"3"}';

/** Says these through a link with this fault, ends the fault, and tells all that was seen. */
async function under(fault: LinkFault, ...bodies: (string | undefined)[]) {
  await using server = await CountingServer.start();
  const events: LinkEvent[] = [];
  await using link = await linkTo(server.address, undefined, 'exchange', (event) => events.push(event));
  const running = await link.begin(fault);
  const answers: string[] = [];
  for (const body of bodies) answers.push(await say(link.address, body));
  const during = server.bodies;
  await running.end();
  const became = events.flatMap((event) => (event.what === 'struck' ? [event.became] : []));
  const { struck } = running;
  return { answers, during, heard: server.bodies, became, struck, events };
}

test('without a fault a request and its answer pass whole, with their headers and path', async () => {
  await using server = await CountingServer.start();
  await using link = await linkTo(server.address, undefined, 'exchange');
  assert.equal(await say(link.address, ONE), '202 {"answer":1}');
  assert.equal(await say(link.address), '202 {"answer":2}');
  const path = '/v0/messages?of=test';
  assert.deepEqual(server.heard, [
    { method: 'POST', path, seat: 'NE', body: ONE },
    { method: 'GET', path, seat: 'NE', body: '' },
  ]);
});

test('a lost request never arrives', async () => {
  const { answers, heard, became } = await under({ name: 'lost-request', count: 1 }, ONE, ONE);
  assert.deepEqual([answers, heard], [['broken', '202 {"answer":1}'], [ONE]]);
  assert.deepEqual(became, ['request lost']);
});

test('a lost answer: the request has arrived, and arrives again when it is repeated', async () => {
  const { answers, heard, became } = await under({ name: 'lost-answer', count: 1 }, ONE, ONE);
  assert.deepEqual(
    [answers, heard],
    [
      ['broken', '202 {"answer":2}'],
      [ONE, ONE],
    ],
  );
  assert.deepEqual(became, ['answer 202 lost']);
});

test('a duplicate arrives twice, and its sender hears the first answer', async () => {
  const { answers, heard, became } = await under({ name: 'duplicate' }, ONE);
  assert.deepEqual([answers, heard], [['202 {"answer":1}'], [ONE, ONE]]);
  assert.deepEqual(became, ['answer 202, then of a copy: answer 202']);
});

test('what is held back arrives when the fault ends, in its order', async () => {
  const { answers, during, heard, struck, became } = await under({ name: 'hold-back' }, ONE, TWO);
  assert.deepEqual([answers, during, heard], [['broken', 'broken'], [], [ONE, TWO]]);
  assert.equal(struck, 2);
  assert.deepEqual(became.slice(2), ['answer 202 to what was held', 'answer 202 to what was held']);
});

test('what is held back for a time arrives by itself', async () => {
  await using server = await CountingServer.start();
  const arrived = Promise.withResolvers<string | undefined>();
  await using link = await linkTo(server.address, undefined, 'exchange', ({ became }) => {
    if (became?.startsWith('answer')) arrived.resolve(became);
  });
  await link.begin({ name: 'hold-back', ms: 20 });
  assert.equal(await say(link.address, ONE), 'broken');
  assert.equal(await arrived.promise, 'answer 202 to what was held');
  assert.deepEqual(server.bodies, [ONE]);
});

test('a message that is overtaken arrives behind the next', async () => {
  const { answers, during } = await under({ name: 'reorder', count: 1 }, ONE, TWO, THREE);
  assert.deepEqual(answers, ['broken', '202 {"answer":1}', '202 {"answer":3}']);
  assert.deepEqual(during, [TWO, ONE, THREE]);
});

test('a truncated message arrives as its beginning, and the evidence can tell which', async () => {
  const { heard, events } = await under({ name: 'truncated', share: 0.5 }, ONE);
  assert.deepEqual(heard, [ONE.slice(0, 8)]);
  assert.equal(events.find(({ what }) => what === 'struck')?.facts?.arrived?.toString(), ONE.slice(0, 8));
});

test('a truncated answer is the beginning of the answer', async () => {
  const { answers, heard } = await under({ name: 'truncated', share: 0.5, side: 'answer' }, ONE);
  assert.deepEqual([answers, heard], [['202 {"answ'], [ONE]]);
});

test('a garbled message is no UTF-8 any more, of the same length, the same for the same seed', async () => {
  const [first, second] = [await under({ name: 'garbled' }, ONE), await under({ name: 'garbled' }, ONE)];
  assert.notDeepEqual(first.heard, [ONE]);
  assert.ok(first.heard[0]?.includes('\uFFFD'));
  assert.deepEqual(first.heard, second.heard);
});

test('by chance, about as many are struck as the probability says, the same for the same seed', async () => {
  const bodies = Array.from({ length: 40 }, (_, nth) => JSON.stringify({ nth }));
  const [first, second] = [
    await under({ name: 'lost-request', probability: 0.5 }, ...bodies),
    await under({ name: 'lost-request', probability: 0.5 }, ...bodies),
  ];
  assert.deepEqual(first.heard, second.heard);
  assert.ok(first.struck > 5 && first.struck < 35, `${first.struck} of 40`);
});

test('messages are struck and questions pass, unless the fault says otherwise', async () => {
  assert.deepEqual((await under({ name: 'lost-request' }, ONE, undefined)).answers, [
    'broken',
    '202 {"answer":1}',
  ]);
  assert.deepEqual((await under({ name: 'lost-request', of: 'questions' }, ONE, undefined)).answers, [
    '202 {"answer":1}',
    'broken',
  ]);
  assert.deepEqual((await under({ name: 'lost-request', of: 'all' }, ONE, undefined)).answers, [
    'broken',
    'broken',
  ]);
});

test('faults of messages combine: doubled, then each copy lost or not', async () => {
  await using server = await CountingServer.start();
  await using link = await linkTo(server.address, undefined, 'exchange');
  await link.begin({ name: 'duplicate' });
  await link.begin({ name: 'lost-answer', count: 1 });
  assert.equal(await say(link.address, ONE), 'broken', 'the first answer is the one that is lost');
  assert.deepEqual(server.bodies, [ONE, ONE]);
});

test('a fault of the stream stands in front of those of messages', async () => {
  await using server = await CountingServer.start();
  await using link = await linkTo(server.address, undefined, 'exchange');
  await link.begin({ name: 'duplicate' });
  const cut = await link.begin({ name: 'cut' });
  assert.equal(await say(link.address, ONE), 'broken');
  await cut.end();
  assert.equal(await say(link.address, ONE), '202 {"answer":1}');
  assert.deepEqual(server.bodies, [ONE, ONE]);
});

test('a fault begins and ends once in the evidence', async () => {
  const { events } = await under({ name: 'duplicate' });
  assert.deepEqual(
    events.map(({ what, link, fault }) => [what, link, fault.name]),
    [
      ['begun', 'test', 'duplicate'],
      ['ended', 'test', 'duplicate'],
    ],
  );
});

test('an error in a fault breaks the line of the caller, and is told when the relay closes', async () => {
  await using server = await CountingServer.start();
  const proxy = await ExchangeProxy.open({ to: server.address });
  const broken = { pass: () => Promise.reject(new RangeError('no such byte')) };
  await proxy.begin(broken, { probability: 1, of: 'all' }, createRandom(1), () => () => undefined);
  assert.equal(await say(proxy.address, ONE), 'broken');
  await assert.rejects(async () => proxy[Symbol.asyncDispose](), { message: 'no such byte' });
});

test('what a fault still holds when the link closes tells nothing any more', async () => {
  await using server = await CountingServer.start();
  const events: LinkEvent[] = [];
  const link = await linkTo(server.address, undefined, 'exchange', (event) => events.push(event));
  await link.begin({ name: 'hold-back', ms: 20 });
  assert.equal(await say(link.address, ONE), 'broken');
  await link[Symbol.asyncDispose]();
  const told = events.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual([events.length, server.bodies], [told, []]);
});

test('what nobody can do is refused in a sentence', async () => {
  await using server = await CountingServer.start();
  await using link = await linkTo(server.address);
  const refused = (fault: LinkFault, message: RegExp) => assert.rejects(link.begin(fault), { message });
  await refused({ name: 'fog' }, /fault "fog": there is none.*Choose among: bandwidth, cut/);
  await refused({ name: 'latency' }, /fault "latency": \{\} does not fit \(ms:/);
  await refused({ name: 'latency', ms: 1, speed: 3 }, /Unrecognized key/);
  await refused({ name: 'lost-answer' }, /this link carries bytes. Open the link with kind "exchange"/);
});

test('a port that is taken is told', async () => {
  await using server = await CountingServer.start();
  const { address: to } = server;
  const options = {
    name: 'test',
    to,
    listen: to,
    kind: 'stream',
    clock: Date,
    random: createRandom(1),
  } as const;
  await assert.rejects(openLink(options), {
    code: 'CANNOT_LISTEN',
    message: /EADDRINUSE. Choose another port/,
  });
});
