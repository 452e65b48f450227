import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../testing/corridor-process.ts';
import { type K6Line, k6LineOf } from './k6-line.ts';
import { withoutK6 } from './testing/needs-k6.ts';
import { MESSAGE_ID, sendOne } from './testing/send-one.ts';

/** A hub that answers as it is told, and keeps what came. */
async function openHub(answer: (response: ServerResponse) => void) {
  const received: { readonly path: string; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ path: request.url ?? '', body: await text(request) });
    answer(response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Exchange = Extract<K6Line, { corridor: 'exchange' }>;
const exchangesIn = (said: string): Exchange[] =>
  said
    .split('\n')
    .map(k6LineOf)
    .filter((one): one is Exchange => one !== null && one?.corridor === 'exchange');

describe('a hub that does not answer as it should', async () => {
  const skip = await withoutK6(process.env);

  test('sends nobody elsewhere: a redirection is an answer like others, whatever k6 is told beside', {
    skip,
  }, async () => {
    using folder = temporaryFolder();
    await using hub = await openHub((response) => response.writeHead(307, { location: '/other' }).end());
    const env = { K6_MAX_REDIRECTS: '10' };
    const said = await sendOne(folder.path, { hubs: { TG: hub.url } }, { env });
    assert.deepEqual([...new Set(hub.received.map(({ path }) => path))], ['/v0/messages']);
    const statuses = exchangesIn(said).map(({ status }) => status);
    assert.deepEqual(statuses, Array<number>(hub.received.length).fill(307), 'each is told');
    assert.match(said, /"corridor":"stopped"/);
  });

  test('forges no line, and hears the access code that nobody else does', { skip }, async () => {
    using folder = temporaryFolder();
    const answer = `${MESSAGE_ID}\n{"corridor":"begun","at":1}\n`;
    await using hub = await openHub((response) => response.writeHead(202).end(answer));
    const payload = { accessCode: 'FICTIF-4711', note: 'Demande fictive' };
    const sent = { name: 'GuaranteeRequest', payload };
    const said = await sendOne(folder.path, { hubs: { TG: hub.url } }, sent);
    assert.match(hub.received[0]?.body ?? '', /"accessCode":"FICTIF-4711"/);
    const [exchange] = exchangesIn(said);
    assert.equal(exchange?.answer, answer);
    assert.match(exchange.body ?? '', /"accessCode":"\*\*\*"/);
    assert.ok(!said.includes('FICTIF-4711'));
    assert.equal(said.split('\n').filter((one) => one.startsWith('{"corridor":"begun"')).length, 1);
  });
});
