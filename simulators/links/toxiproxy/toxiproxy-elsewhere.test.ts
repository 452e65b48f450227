import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StreamProxy } from '../embedded/stream-proxy.ts';
import type { StreamEngineFactory } from '../link.ts';
import { linkTo, toxiproxyForTests } from '../testing/engines.ts';
import { CountingServer, say } from '../testing/exchange-ends.ts';
import { byToxiproxy } from './toxiproxy-engine.ts';

/** Another address of loopback: who carries the stream finds us there alone. */
const HERE = '127.0.0.2';
const REACHES = { listen: HERE, host: HERE };

test('what reads messages listens where whoever carries the stream finds it', async () => {
  await using server = await CountingServer.start();
  const seen: string[] = [];
  const by: StreamEngineFactory = Object.assign(
    (options: Parameters<StreamEngineFactory>[0]) => {
      seen.push(options.to.host);
      return StreamProxy.open(options);
    },
    { reaches: REACHES },
  );
  await using link = await linkTo(server.address, { name: 'elsewhere', by }, 'exchange');
  assert.equal(await say(link.address), '202 {"answer":1}');
  assert.deepEqual(seen, [HERE]);
});

test('a Toxiproxy with an address of its own carries messages, and breaks and mends the line', async (context) => {
  await using toxiproxy = await toxiproxyForTests();
  if (!toxiproxy) return context.skip('needs Toxiproxy');
  await using server = await CountingServer.start();
  const by = byToxiproxy(toxiproxy.api, { host: '127.0.0.3', reaches: REACHES });
  await using link = await linkTo(server.address, { name: 'elsewhere', by }, 'exchange');
  assert.equal(link.address.host, '127.0.0.3');
  assert.equal(await say(link.address), '202 {"answer":1}');
  const cut = await link.begin({ name: 'cut' });
  assert.equal(await say(link.address), 'broken');
  await cut.end();
  assert.equal(await say(link.address), '202 {"answer":2}');
});
