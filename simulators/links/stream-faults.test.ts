import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { LinkFault } from './link.ts';
import { type EngineUnderTest, embedded, engineOf, linkTo, toxiproxyForTests } from './testing/engines.ts';
import { Caller, call, EchoServer } from './testing/stream-ends.ts';
import { until } from './testing/until.ts';

// One set of tests for both engines: what a caller sees of a fault must not depend on who carries the bytes.

const LATENCY_TRIPS = 12;
const LATENCY: LinkFault = { name: 'latency', ms: 40, jitterMs: 20 };
const BANDWIDTH: LinkFault = { name: 'bandwidth', kilobytesPerSecond: 100, way: 'there' };
const BANDWIDTH_BYTES = 60_000;
/** Two machines that do the same are not this far apart, however busy. */
const ALIKE = 4;
const PROBES = 400;
/** Faults that begin and end while another is at work. */
const OTHERS = 100;

const ping = Buffer.from('ping');

async function latencies(engine: EngineUnderTest): Promise<number[]> {
  await using echo = await EchoServer.start();
  await using link = await linkTo(echo.address, engine);
  await link.begin(LATENCY);
  const caller = new Caller(link.address);
  const took: number[] = [];
  for (let nth = 0; nth < LATENCY_TRIPS; nth += 1) took.push(await caller.roundTrip(ping));
  caller.socket.destroy();
  return took.sort((a, b) => a - b);
}

async function narrow(engine: EngineUnderTest): Promise<{ ms: number; parts: number; whole: boolean }> {
  await using echo = await EchoServer.start();
  await using link = await linkTo(echo.address, engine);
  await link.begin(BANDWIDTH);
  const caller = new Caller(link.address);
  const bytes = randomBytes(BANDWIDTH_BYTES);
  const ms = await caller.roundTrip(bytes);
  caller.socket.destroy();
  return { ms, parts: caller.parts.length, whole: caller.received.equals(bytes) };
}

function streamTests(engine: EngineUnderTest): void {
  test('without a fault bytes pass unchanged, both ways', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const caller = new Caller(link.address);
    const bytes = randomBytes(2_000_000);
    await caller.roundTrip(bytes);
    caller.socket.end();
    await caller.over;
    assert.ok(caller.received.equals(bytes));
  });

  test('latency delays each way, with a spread, and loses nothing', async () => {
    const took = await latencies(engine);
    const [least = 0] = took;
    assert.equal(took.length, LATENCY_TRIPS);
    assert.ok(least >= 2 * 18, `a round trip took ${least} ms, each way takes at least 20`);
    assert.ok((took.at(-1) ?? 0) - least >= 5, 'no two delays are alike');
  });

  test('latency never changes the order of bytes', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    await link.begin({ name: 'latency', ms: 10, jitterMs: 10 });
    const caller = new Caller(link.address);
    const words = Array.from({ length: 60 }, (_, nth) => `${nth};`);
    for (const word of words) {
      caller.socket.write(word);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await caller.heard(words.join('').length);
    caller.socket.destroy();
    assert.equal(caller.received.toString(), words.join(''));
  });

  test('a narrow line lets bytes drip through, all of them', async () => {
    const { ms, parts, whole } = await narrow(engine);
    assert.ok(whole);
    assert.ok(parts > 2, `came in ${parts} parts`);
    assert.ok(ms >= 300, `60 kB at 100 kB/s came in ${ms} ms`);
  });

  test('a cut closes what is open, refuses what is new, and is over on the same port', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const open = new Caller(link.address);
    await open.roundTrip(ping);
    const { address } = link;
    const cut = await link.begin({ name: 'cut' });
    assert.equal(await open.over, 'broken');
    assert.equal(await call(link.address), 'refused');
    await cut.end();
    assert.equal(await call(address), 'answered');
  });

  test('of two cuts that overlap, the line is whole when the last is over', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const [first, second] = [await link.begin({ name: 'cut' }), await link.begin({ name: 'cut' })];
    await first.end();
    await first.end();
    assert.equal(await call(link.address), 'refused');
    await second.end();
    assert.equal(await call(link.address), 'answered');
  });

  test('a half-open line lets callers in and loses what they say, until it closes them', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const open = new Caller(link.address);
    await open.roundTrip(ping);
    const mute = await link.begin({ name: 'half-open' });
    const late = new Caller(link.address);
    late.socket.write(ping);
    open.socket.write(ping);
    await until(() => echo.connections === 2, 'the second caller is let in');
    await mute.end();
    assert.deepEqual([await open.over, await late.over], ['broken', 'broken']);
    assert.deepEqual([echo.heard, open.received.length, late.received.length], [4, 4, 0]);
    assert.equal(await call(link.address), 'answered');
  });

  test('a reset lets callers in and throws them out at their first word', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const open = new Caller(link.address);
    await open.roundTrip(ping);
    const reset = await link.begin({ name: 'reset' });
    open.socket.write(ping);
    assert.equal(await open.over, 'broken');
    assert.equal(await call(link.address), 'broken');
    assert.equal(echo.heard, 4);
    await reset.end();
    assert.equal(await call(link.address), 'answered');
  });

  test('a flapping line is met cut and whole, and is whole when it is over', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const flapping = await link.begin({ name: 'flapping', upMs: 60, downMs: 60 });
    const seen: string[] = [];
    for (let probe = 0; probe < PROBES && new Set(seen).size < 2; probe += 1) {
      seen.push((await call(link.address)) === 'answered' ? 'whole' : 'cut');
      await pause(5);
    }
    await flapping.end();
    assert.deepEqual([...new Set(seen)].sort(), ['cut', 'whole']);
    assert.equal(await call(link.address), 'answered');
  });

  test('faults combine: a narrow line far away is both', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const far = await link.begin({ name: 'latency', ms: 60, way: 'back' });
    const narrowed = await link.begin({ name: 'bandwidth', kilobytesPerSecond: 100, way: 'there' });
    const caller = new Caller(link.address);
    const bytes = randomBytes(20_000);
    const both = await caller.roundTrip(bytes);
    await far.end();
    const one = await caller.roundTrip(bytes);
    await narrowed.end();
    caller.socket.destroy();
    assert.ok(caller.received.equals(Buffer.concat([bytes, bytes])));
    assert.ok(both >= 150 && one >= 100, `${both} ms, then ${one} ms`);
  });

  test('what a fault delays is not lost when the fault ends', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    const far = await link.begin({ name: 'latency', ms: 15_000 });
    const caller = new Caller(link.address);
    await once(caller.socket, 'connect');
    caller.socket.write(ping);
    await until(() => echo.connections === 1, 'the caller is let in');
    await far.end();
    await caller.heard(ping.length);
    caller.socket.destroy();
    assert.equal(caller.received.toString(), 'ping');
  });

  test('what a fault delays arrives, however often others begin and end', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address, engine);
    await link.begin({ name: 'latency', ms: 300, way: 'there' });
    const caller = new Caller(link.address);
    await once(caller.socket, 'connect');
    caller.socket.write(ping);
    for (let other = 0; other < OTHERS && echo.heard === 0; other += 1) {
      const narrow = await link.begin({ name: 'bandwidth', kilobytesPerSecond: 100_000 });
      await pause(50);
      await narrow.end();
    }
    caller.socket.destroy();
    assert.equal(echo.heard, ping.length);
  });

  test('a server that refuses is seen as a connection that breaks', async () => {
    await using link = await linkTo(await nobody(), engine);
    assert.equal(await call(link.address), 'broken');
  });

  test('nothing listens any more when a link is closed', async () => {
    await using echo = await EchoServer.start();
    const link = await linkTo(echo.address, engine);
    const open = new Caller(link.address);
    await open.roundTrip(ping);
    await link[Symbol.asyncDispose]();
    assert.equal(await open.over, 'broken');
    assert.equal(await call(link.address), 'refused');
  });
}

async function nobody(): Promise<{ host: string; port: number }> {
  const echo = await EchoServer.start();
  const { address } = echo;
  await echo[Symbol.asyncDispose]();
  return address;
}

describe('the embedded link', () => {
  streamTests(embedded);

  // Toxiproxy closes both ways at the end of one.
  test('the end of one way leaves the other open', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address);
    const caller = new Caller(link.address);
    const bytes = randomBytes(2_000_000);
    caller.socket.end(bytes);
    assert.equal(await caller.over, 'ended');
    assert.ok(caller.received.equals(bytes));
  });

  test('a caller that reads slowly makes the one it calls wait, and nothing is kept without end', async () => {
    await using echo = await EchoServer.start();
    await using link = await linkTo(echo.address);
    await link.begin({ name: 'bandwidth', kilobytesPerSecond: 1 });
    const caller = new Caller(link.address);
    caller.socket.write(randomBytes(30_000_000));
    await until(() => echo.heard >= 300, 'the line drips');
    const { writableLength } = caller.socket;
    assert.ok(writableLength > 10_000_000, `${writableLength} bytes wait at the caller`);
    caller.socket.destroy();
  });
});

describe('both engines', async () => {
  const toxiproxy = await toxiproxyForTests();
  after(() => toxiproxy?.[Symbol.asyncDispose]());
  if (!toxiproxy) {
    test('the same by Toxiproxy', { skip: 'needs Toxiproxy' }, () => undefined);
    return;
  }
  const theirs = engineOf(toxiproxy);
  describe('Toxiproxy', () => streamTests(theirs));

  test('both delay alike', async () => {
    const [ours, peers] = [await latencies(embedded), await latencies(theirs)];
    const ratio = middle(ours) / middle(peers);
    assert.ok(ratio > 1 / ALIKE && ratio < ALIKE, `medians ${middle(ours)} and ${middle(peers)} ms`);
  });

  test('both are narrow alike', async () => {
    const [ours, peers] = [await narrow(embedded), await narrow(theirs)];
    const ratio = ours.ms / peers.ms;
    assert.ok(ratio > 1 / ALIKE && ratio < ALIKE, `${ours.ms} and ${peers.ms} ms`);
  });
});

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
