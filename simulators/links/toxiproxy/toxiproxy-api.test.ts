import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, test } from 'node:test';
import { engineOf, linkTo, toxiproxyForTests } from '../testing/engines.ts';
import { call, EchoServer } from '../testing/stream-ends.ts';
import { ToxiproxyApi } from './toxiproxy-api.ts';
import { Toxiproxy } from './toxiproxy-server.ts';

const root = path.resolve(__dirname, '..', '..', '..');

/** Whoever answers at TOXIPROXY_URL, asked by somebody who has a password. */
async function asking(answer: RequestListener, ask: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    await ask(`http://bob:s3cret@127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const refused = (message: RegExp) => (error: Error & { code?: string }) => {
  assert.equal(error.code, 'TOXIPROXY_FAILED');
  assert.match(error.message, message);
  assert.doesNotMatch(`${error.stack} ${JSON.stringify(error.cause)}`, /bob|s3cret/);
  return true;
};

describe('what is no Toxiproxy is refused before anything starts', () => {
  for (const said of ['<html>', '', '1.2.1', '{"version":"3.0.0"}', 'not git', '{"version":2}'])
    test(`a server whose version is ${JSON.stringify(said)}`, () =>
      asking(
        (_request, response) => response.end(said),
        (url) =>
          assert.rejects(
            Toxiproxy.open({ env: { TOXIPROXY_URL: url }, root }),
            refused(/^Failed to use the Toxiproxy at http:\/\/127.0.0.1:\d+: found ".*" for a version. See/),
          ),
      ));

  for (const url of ['nonsense', 'ftp://bob:s3cret@127.0.0.1', 'http://bob:s3cret@:x'])
    test(`an address such as ${url}`, () =>
      assert.rejects(
        async () => Toxiproxy.open({ env: { TOXIPROXY_URL: url }, root }),
        refused(/^Failed to use a Toxiproxy: its address is none that begins with http:\/\/. See/),
      ));
});

for (const said of ['git', '2.5.0', '{"version":"2.12.0"}'])
  test(`a Toxiproxy whose version is ${said} is one`, () =>
    asking(
      ({ headers }, response) => {
        assert.equal(headers.authorization, `Basic ${btoa('bob:s3cret')}`);
        response.end(said);
      },
      async (url) => {
        await using toxiproxy = await Toxiproxy.open({ env: { TOXIPROXY_URL: url }, root });
        assert.match(toxiproxy.api.url, /^http:\/\/127.0.0.1:\d+$/);
      },
    ));

for (const listen of ['somewhere', '127.0.0.1:0', '127.0.0.1:65536', '127.0.0.1:99999999', ':4711', ''])
  test(`a proxy that listens on "${listen}" is none`, () =>
    asking(
      (_request, response) =>
        response.end(JSON.stringify({ name: 'x', listen, upstream: '127.0.0.1:1', enabled: true })),
      (url) =>
        assert.rejects(
          new ToxiproxyApi(url).createProxy({ name: 'x', listen: '127.0.0.1:0', upstream: '127.0.0.1:1' }),
          refused(/found "\{.*" \(listen:/),
        ),
    ));

test('what a run that was killed left on the Toxiproxy of somebody else is taken away by the next, no more', async (context) => {
  await using theirs = await toxiproxyForTests();
  if (!theirs) return context.skip('needs Toxiproxy');
  await using echo = await EchoServer.start();
  const env = { TOXIPROXY_URL: theirs.api.url };
  const notes: string[] = [];
  const open = (owner: string): Promise<Toxiproxy> =>
    Toxiproxy.open({
      env,
      root,
      note: (sentence) => notes.push(sentence),
      owners: { here: owner, isGone: (other) => other === 'killed, "1"' },
    });
  await theirs.api.createProxy({ name: 'mine', listen: '127.0.0.1:0', upstream: '127.0.0.1:1' });
  await using living = await linkTo(echo.address, engineOf(await open('living')));
  const killed = await linkTo(echo.address, engineOf(await open('killed, "1"')));
  await using nobodys = await linkTo(echo.address, engineOf(theirs));
  assert.equal(await call(killed.address), 'answered');
  await using next = await open('next');
  assert.equal(await call(killed.address), 'refused');
  assert.equal(await call(living.address), 'answered');
  assert.equal(await call(nobodys.address), 'answered');
  assert.equal((await next.api.proxyNames()).length, 3);
  assert.ok((await next.api.proxyNames()).includes('mine'));
  assert.deepEqual(notes, [`Toxiproxy at ${theirs.api.url}: took away 1 proxy of a run that was killed.`]);
});
