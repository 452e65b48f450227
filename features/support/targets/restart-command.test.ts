import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fileTarget } from './file-target.ts';

const described = (hub: string, restart?: readonly string[]) =>
  fileTarget({ name: 'pile', environment: 'test', hub, seatsUnderTest: ['hub'], ...(restart && { restart }) })
    .main;

const node = (code: string): string[] => [process.execPath, '-e', code];

test('a target without the command cannot be restarted', () => {
  assert.equal(described('http://127.0.0.1:9').restart, undefined);
});

test('the command is run, and the stack is waited for until it publishes its health', async () => {
  const health = { status: 'ready', environment: 'test', now: '2026-11-22T08:30:00Z' };
  const server = createServer((_request, response) => response.end(JSON.stringify(health))).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const { restart } = described(`http://127.0.0.1:${port}`, node('process.exit(0)'));
    await restart?.();
  } finally {
    server.close();
  }
});

test('a command that fails or is not there is told, not taken for a fault of the stack', async () => {
  const failing = described('http://127.0.0.1:9', node('process.exit(3)')).restart;
  await assert.rejects(async () => failing?.(), { code: 'STACK_NOT_RESTARTED', message: /code 3/ });
  const missing = described('http://127.0.0.1:9', ['/no/such/program']).restart;
  await assert.rejects(async () => missing?.(), { code: 'STACK_NOT_RESTARTED', message: /ENOENT/ });
});
