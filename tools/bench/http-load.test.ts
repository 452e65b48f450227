import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { answersPerSecond, isWhole } from './http-load.ts';

async function loaded(listener: RequestListener, status = 202): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = Buffer.from('POST /v0/messages HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}');
  try {
    return await answersPerSecond({
      port,
      connections: 4,
      seconds: 0.2,
      requests: { next: () => request },
      status,
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test('counts the answers of a server, with a length or in chunks', async () => {
  let served = 0;
  const rate = await loaded((_request, response) => {
    served += 1;
    response.statusCode = 202;
    if (served % 2 === 0) response.write('{"a":');
    response.end('1}');
  });
  assert.ok(rate * 0.2 <= served && rate * 0.2 >= served - 8, `${rate}/s, ${served} served`);
});

test('a refusal ends the load with what the server said', async () => {
  const refuse: RequestListener = (_request, response) =>
    response.writeHead(422).end('{"code":"WRONG_TYPE"}');
  await assert.rejects(loaded(refuse), /expected status 202, found HTTP\/1\.1 422[\s\S]*WRONG_TYPE/);
});

test('a server that cuts connections is an error, not a low rate', async () => {
  await assert.rejects(
    loaded((request) => request.socket.destroy()),
    /closed|ECONNRESET/,
  );
});

test('an answer is whole with its last byte, not before', () => {
  const answer = 'HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\n12345';
  assert.equal(isWhole(answer), true);
  assert.equal(isWhole(answer.slice(0, -1)), false);
  assert.equal(isWhole('HTTP/1.1 202 Accepted\r\nContent-Le'), false);
});
