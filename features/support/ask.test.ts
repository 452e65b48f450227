import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { type AskFault, ask } from './ask.ts';
import { answerJson, type Behaviour, halfSpeaking } from './testing/half-speaking.ts';

const WITHIN_MS = 300;

/** What `ask` makes of a server that answers every request so, how often it was asked, and how long that took. */
async function askOf(behaviour: Behaviour) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.socket.on('error', () => undefined);
    response.on('error', () => undefined);
    behaviour(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const startedMs = performance.now();
  const { port } = server.address() as AddressInfo;
  const answer = await ask(`http://127.0.0.1:${port}/v0/health`, { withinMs: WITHIN_MS });
  const elapsedMs = performance.now() - startedMs;
  server.close();
  server.closeAllConnections();
  return { answer, asked, elapsedMs };
}

test('an object is given back as it was answered', async () => {
  const { answer } = await askOf(answerJson({ status: 'ready' }));
  assert.deepEqual(answer, { body: { status: 'ready' } });
});

const seen: Record<keyof typeof halfSpeaking, readonly [AskFault['kind'], RegExp]> = {
  'closes at once': ['cut', /UND_ERR_SOCKET|ECONNRESET/],
  'accepts and hangs': ['timeout', /^0\.3$/],
  'answers a web page': ['html', /Portail captif/],
  'answers rubbish': ['not-json', /ready/],
  'answers a number': ['not-json', /^42$/],
  'answers nothing': ['not-json', /^$/],
  'answers 50 MB': ['too-large', /^1048576$/],
  'drips a body': ['timeout', /^0\.3$/],
  'drips a header': ['timeout', /^0\.3$/],
  'sends headers without end': ['cut', /UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW/],
  'speaks another protocol': ['cut', /HPE_|does not match the HTTP/],
  redirects: ['redirect', /^\/connexion$/],
  fails: ['status', /^500$/],
};

for (const [way, [kind, detail]] of Object.entries(seen))
  test(`a server that ${way} is told as ${kind}, asked once, and given up in time`, async () => {
    const { answer, asked, elapsedMs } = await askOf(halfSpeaking[way as keyof typeof halfSpeaking]);
    assert.ok(answer.body === undefined);
    assert.equal(answer.fault.kind, kind);
    assert.match(answer.fault.detail, detail);
    assert.equal(asked, 1);
    assert.ok(elapsedMs < 5_000, `${elapsedMs} ms`);
  });

test('an address that nobody listens on is unreachable', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const answer = await ask(`http://127.0.0.1:${port}/`, { withinMs: WITHIN_MS });
  assert.deepEqual(answer, { fault: { kind: 'unreachable', detail: 'ECONNREFUSED' } });
});
