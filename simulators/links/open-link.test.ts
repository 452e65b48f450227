import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { Closures } from './closures.ts';
import type { LinkEvent, StreamEngine, StreamEngineFactory } from './link.ts';
import { type EngineUnderTest, embedded, engineOf, linkTo, toxiproxyForTests } from './testing/engines.ts';
import { call, EchoServer } from './testing/stream-ends.ts';
import { until } from './testing/until.ts';

// How a link ends: with faults at work, with a port that is taken, with a Toxiproxy that has died.

const FLAPPING = { name: 'flapping', upMs: 20, downMs: 20 };

/** An engine that counts what is asked of it, and shuts or opens as it is told. */
class Told implements StreamEngine {
  readonly address = { host: '127.0.0.1', port: 1 };
  closed = 0;
  failure: Error | undefined;
  readonly #closures = new Closures(
    () => this.#turn(),
    () => this.#turn(),
  );

  readonly open: StreamEngineFactory = async () => this;
  bend = async () => async () => undefined;

  close() {
    this.closed += 1;
    return this.#closures.add();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.closed += 1_000;
  }

  async #turn(): Promise<void> {
    if (this.failure) throw this.failure;
  }
}

function endTests(engine: EngineUnderTest): void {
  test('a link that is closed ends the faults at work, and begins none', async () => {
    await using echo = await EchoServer.start();
    const events: LinkEvent[] = [];
    const link = await linkTo(echo.address, engine, 'stream', (event) => events.push(event));
    await link.begin(FLAPPING);
    const over = await link.begin({ name: 'latency', ms: 1 });
    await over.end();
    await link[Symbol.asyncDispose]();
    await link[Symbol.asyncDispose]();
    assert.deepEqual(
      events.map(({ what, fault }) => `${fault.name} ${what}`),
      ['flapping begun', 'latency begun', 'latency ended', 'flapping ended'],
    );
    await assert.rejects(link.begin({ name: 'cut' }), {
      code: 'LINK_CLOSED',
      message: 'Failed to begin the fault "cut" on "test": the link is closed. Begin faults before that.',
    });
    assert.equal(await call(link.address), 'refused');
  });

  test('a flapping line whose port is taken meanwhile tells it to whoever ends it', async () => {
    await using echo = await EchoServer.start();
    const link = await linkTo(echo.address, engine);
    const { port, host } = link.address;
    const flapping = await link.begin({ ...FLAPPING, downMs: 200 });
    const thief = createServer();
    await once(thief.listen(port, host), 'listening');
    await assert.rejects(flapping.end(), { message: /EADDRINUSE|address already in use/ });
    thief.close();
    await link[Symbol.asyncDispose]();
  });
}

describe('the embedded link', () => endTests(embedded));

describe('Toxiproxy', async () => {
  const toxiproxy = await toxiproxyForTests();
  after(() => toxiproxy?.[Symbol.asyncDispose]());
  if (!toxiproxy) {
    test('the same by Toxiproxy', { skip: 'needs Toxiproxy' }, () => undefined);
    return;
  }
  endTests(engineOf(toxiproxy));

  test('a flapping line whose Toxiproxy dies tells it when the link is closed', async () => {
    const mortal = await toxiproxyForTests();
    assert.ok(mortal);
    await using echo = await EchoServer.start();
    const link = await linkTo(echo.address, engineOf(mortal));
    await link.begin(FLAPPING);
    await mortal[Symbol.asyncDispose]();
    await assert.rejects(async () => link[Symbol.asyncDispose](), { code: 'TOXIPROXY_FAILED' });
    await assert.rejects(async () => link[Symbol.asyncDispose](), { code: 'TOXIPROXY_FAILED' });
  });

  test('a flapping line whose proxy is gone tells it when the link is closed', async () => {
    await using echo = await EchoServer.start();
    const link = await linkTo(echo.address, engineOf(toxiproxy));
    await link.begin(FLAPPING);
    for (const name of await toxiproxy.api.proxyNames()) await toxiproxy.api.deleteProxy(name);
    await assert.rejects(async () => link[Symbol.asyncDispose](), { message: /404 "proxy not found"/ });
  });
});

test('a process whose link was closed under a flapping line comes to its end', async () => {
  const program = path.join(__dirname, 'testing', 'leave-flapping.ts');
  const root = path.resolve(__dirname, '..', '..');
  const child = spawn(process.execPath, ['--require', 'ts-node/register', program], { cwd: root });
  const ended = once(child, 'exit');
  let over = false;
  void ended.then(() => {
    over = true;
  });
  try {
    await until(() => over, 'the end of a process whose link is closed');
    assert.deepEqual(await ended, [0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});

test('a fault that begins while its link closes is ended, not forgotten', async () => {
  const engine = new Told();
  const begun = Promise.withResolvers<void>();
  let undone = 0;
  engine.bend = async () => {
    await begun.promise;
    return async () => {
      undone += 1;
      return undefined;
    };
  };
  const link = await linkTo(engine.address, { name: 'told', by: engine.open });
  const beginning = link.begin({ name: 'latency', ms: 1 });
  const disposing = link[Symbol.asyncDispose]();
  begun.resolve();
  await assert.rejects(beginning, { code: 'LINK_CLOSED' });
  await disposing;
  assert.equal(undone, 1);
});

test('a fault whose beginning nobody could be told is ended with its link all the same', async () => {
  const engine = new Told();
  const link = await linkTo(engine.address, { name: 'told', by: engine.open }, 'stream', ({ what }) => {
    if (what === 'begun') throw new RangeError('no room for evidence');
  });
  await assert.rejects(link.begin({ name: 'cut' }), { message: 'no room for evidence' });
  assert.equal(engine.closed, 1);
  await link[Symbol.asyncDispose]();
});

test('a line that could not be shut is not shut: the next cut begins and ends', async () => {
  const engine = new Told();
  const link = await linkTo(engine.address, { name: 'told', by: engine.open });
  engine.failure = new Error('no answer');
  await assert.rejects(link.begin({ name: 'cut' }), { message: 'no answer' });
  engine.failure = undefined;
  const turns: string[] = [];
  const closures = new Closures(
    async () => {
      turns.push('shut');
      if (turns.length === 1) throw new Error('no answer');
    },
    async () => void turns.push('open'),
  );
  await assert.rejects(closures.add(), { message: 'no answer' });
  await (await closures.add())();
  assert.deepEqual(turns, ['shut', 'shut', 'open']);
  await link[Symbol.asyncDispose]();
});
