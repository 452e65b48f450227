import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { LastingPorts } from './lasting-port.ts';

const END = 32_768;

async function listenOn(port: number): Promise<AsyncDisposable> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { [Symbol.asyncDispose]: async () => void (await once(server.close(), 'close')) };
}

test('each port is lent once, below those that the system gives, and given back for later', async () => {
  const ports = new LastingPorts(END);
  const lent = await Promise.all(Array.from({ length: 300 }, () => ports.take()));
  const numbers = new Set(lent.map(({ port }) => port));
  assert.equal(numbers.size, 300);
  for (const port of numbers) assert.ok(port > 20_480 && port < END, String(port));
  const [first, second] = lent;
  first?.[Symbol.dispose]();
  first?.[Symbol.dispose]();
  const later = await Promise.all(Array.from({ length: 200 }, () => ports.take()));
  assert.equal(later.filter(({ port }) => port === first?.port).length, 1, 'given back once');
  assert.equal(later.filter(({ port }) => port === second?.port).length, 0);
});

test('of two Corridors at once each has ports of its own', async () => {
  const [one, other] = [new LastingPorts(END), new LastingPorts(END)];
  const taken = await Promise.all([one, other, one, other].map((ports) => ports.take()));
  assert.equal(new Set(taken.map(({ port }) => Math.floor((port - 20_480) / 128))).size, 2);
});

test('a port on which somebody listens is left out', async () => {
  const ports = new LastingPorts(END);
  const { port } = await ports.take();
  await using _stranger = await listenOn(port + 1);
  assert.notEqual((await ports.take()).port, port + 1);
});

test('a host on which nobody can listen costs no more than one port', async () => {
  const ports = new LastingPorts(END);
  const here = await ports.take();
  const there = await ports.take('192.0.2.1');
  assert.deepEqual([there.port, (await ports.take()).port], [here.port + 1, here.port + 2]);
});

test('where the system may give every port, any will do', async () => {
  assert.equal((await new LastingPorts(1_024).take()).port, 0);
});

test('a process that has taken ports ends when it has nothing else to do', () => {
  const code = `require(${JSON.stringify(require.resolve('./lasting-port.ts'))}).lastingPorts.take().then(({ port }) => console.log(port))`;
  const words = ['--require', 'ts-node/register', '--eval', code];
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 30_000 });
  assert.equal(status, 0);
  assert.match(stdout, /^[1-9]\d+\n$/);
});
