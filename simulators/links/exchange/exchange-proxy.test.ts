import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo } from '../testing/engines.ts';
import { say } from '../testing/exchange-ends.ts';
import { RawServer, sayRaw } from '../testing/raw-ends.ts';

const answering = (answer: string): Promise<RawServer> =>
  RawServer.start((_heard, socket) => void socket.write(answer));
const WHOLE = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

test('an answer without end breaks the line, and so does a request that is too large', async () => {
  await using server = await RawServer.start((_heard, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const more = (): void => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 97)));
    };
    socket.on('drain', more);
    more();
  });
  const limits = { messageBytes: 200_000 };
  await using link = await linkTo(server.address, undefined, 'exchange', undefined, limits);
  assert.equal(await say(link.address), 'broken');
  const { heard } = server;
  assert.equal(await say(link.address, 'x'.repeat(200_001)), 'broken');
  assert.equal(server.heard, heard);
});

test('headers of one connection stay there, those too that it names', async () => {
  await using server = await answering(
    'HTTP/1.1 200 OK\r\nConnection: keep-alive, x-ours\r\nX-Ours: 1\r\nX-Theirs: 2\r\nContent-Length: 2\r\n\r\nok',
  );
  await using link = await linkTo(server.address, undefined, 'exchange');
  const asked = 'GET /p HTTP/1.1\r\nHost: x\r\nConnection: X-Secret\r\nX-Secret: 1\r\nX-Open: 2\r\n\r\n';
  const got = await sayRaw(link.address, asked, '\r\n\r\nok');
  assert.match(server.heard, /X-Open: 2/i);
  assert.doesNotMatch(server.heard, /secret/i);
  assert.match(got, /X-Theirs: 2/i);
  assert.doesNotMatch(got, /x-ours/i);
});

test('an answer without a body keeps the length that it tells', async () => {
  await using head = await answering('HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n');
  await using toHead = await linkTo(head.address, undefined, 'exchange');
  const asked = 'HEAD /p HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  assert.match(
    await sayRaw(toHead.address, asked),
    /^HTTP\/1.1 200 OK\r\n(?:.*\r\n)*content-length: 200\r\n/i,
  );
  await using same = await answering('HTTP/1.1 304 Not Modified\r\nContent-Length: 200\r\n\r\n');
  await using toSame = await linkTo(same.address, undefined, 'exchange');
  const again = 'GET /p HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  assert.match(
    await sayRaw(toSame.address, again),
    /^HTTP\/1.1 304 .*\r\n(?:.*\r\n)*content-length: 200\r\n/i,
  );
});

test('a question to no path in particular breaks the line of whoever asks it, and no other', async () => {
  await using server = await answering(WHOLE);
  await using link = await linkTo(server.address, undefined, 'exchange');
  assert.equal(await sayRaw(link.address, 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'), '');
  assert.equal(await say(link.address), '200 ok');
});
