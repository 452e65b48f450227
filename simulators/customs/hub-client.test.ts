import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Journal } from '../../reports/evidence/journal.ts';
import { HubClient } from './hub-client.ts';

const ANSWER_TIMEOUT_MS = 300;
const BOUND_MS = 5_000;
const PIECE = Buffer.alloc(1_048_576, 'x');

/** What the client makes of a hub that answers so, how long that took, and what was recorded of it. */
async function exchangeWith(answer: (response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    request.resume();
    answer(response);
  });
  server.on('connection', (socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const journal = new Journal();
  const clock = { now: () => 1_800_000_000_000 };
  const options = { seat: 'BF', clock, journal, answerTimeoutMs: ANSWER_TIMEOUT_MS, connections: 1 };
  await using client = new HubClient({ ...options, hub: `http://127.0.0.1:${port}` });
  const startedMs = performance.now();
  const seen = await client.send({ kind: 'query', method: 'GET', path: '/v0/health' });
  const elapsedMs = performance.now() - startedMs;
  server.close();
  server.closeAllConnections();
  assert.ok(elapsedMs < BOUND_MS, `${elapsedMs} ms`);
  const [record] = journal.all();
  assert.equal(record?.fault, seen.fault);
  return seen;
}

/** Writes again and again until the client has had enough. */
function drip(response: ServerResponse, write: () => void): void {
  const timer = setInterval(write, 30);
  response.once('close', () => clearInterval(timer));
}

test('a hub whose answer drips byte by byte is given up when the answer as a whole is late', async () => {
  const body = await exchangeWith((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    drip(response, () => response.write(' '));
  });
  assert.deepEqual([body.status, body.fault], [0, 'timeout']);
  const header = await exchangeWith((response) => {
    response.socket?.write('HTTP/1.1 200 OK\r\n');
    drip(response, () => response.socket?.write('x-slow: 1\r\n'));
  });
  assert.deepEqual([header.status, header.fault], [0, 'timeout']);
});

test('a hub that hangs is a timeout, one that answers 50 MB is too large, and neither is waited for', async () => {
  assert.equal((await exchangeWith(() => undefined)).fault, 'timeout');
  const large = await exchangeWith((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    let left = 50;
    const more = () => {
      for (; left > 0 && !response.destroyed; left -= 1)
        if (!response.write(PIECE)) return void response.once('drain', more);
      response.end();
    };
    more();
  });
  assert.equal(large.fault, 'too-large');
});

test('a redirect is an answer like any other and is not followed', async () => {
  const { status, fault } = await exchangeWith((response) =>
    response.writeHead(302, { location: '/connexion' }).end(),
  );
  assert.deepEqual([status, fault], [302, undefined]);
});
