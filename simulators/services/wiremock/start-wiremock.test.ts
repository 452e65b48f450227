import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { withoutWireMock } from '../testing/wiremock-for-tests.ts';
import { findWireMock } from './find-wiremock.ts';
import { startWireMock } from './start-wiremock.ts';
import { WireMockDriver } from './wiremock-driver.ts';

const skip = withoutWireMock;
const { WIREMOCK_URL: _none, ...env } = process.env;

test('the jar listens on loopback, answers, and is gone when it is ended', { skip }, async () => {
  const started = await startWireMock({ env });
  const driver = new WireMockDriver(started.url);
  assert.match(started.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(await driver.isAlive(), true);
  await started[Symbol.asyncDispose]();
  assert.equal(await driver.isAlive(), false);
});

test('a jar without Java is one sentence with the remedy', async () => {
  await assert.rejects(startWireMock({ env, java: '/no/such/java' }), {
    code: 'NO_JAVA',
    exitCode: 3,
    message: 'No Java to run WireMock with: "/no/such/java" is not there (ENOENT).',
    hint: /Install a Java 11 or later, or give WIREMOCK_URL/,
  });
});

test('a port in use is told', { skip }, async () => {
  const server = createServer().listen(0, '127.0.0.1');
  after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await assert.rejects(startWireMock({ env, port }), { code: 'PORT_IN_USE', exitCode: 4 });
});

test('Java ends with whoever started it, however that ends', { skip }, async () => {
  const code = `const { startWireMock } = require(${JSON.stringify(require.resolve('./start-wiremock.ts'))});
    startWireMock({ env: process.env }).then(({ url }) => process.stdout.write(url + '\\n'));`;
  const harness = spawn(process.execPath, ['--require', 'ts-node/register', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const [url] = (await once(harness.stdout.setEncoding('utf8'), 'data')) as [string];
  const driver = new WireMockDriver(url.trim());
  assert.equal(await driver.isAlive(), true);
  harness.kill('SIGKILL');
  while (await driver.isAlive());
  assert.equal(spawnSync('pgrep', ['-f', `port ${new URL(url).port} `]).stdout.toString(), '');
});

test('an address that was given is used as it is, and left running', async () => {
  const server = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const found = await findWireMock({ env: { ...env, WIREMOCK_URL: url } });
  await found[Symbol.asyncDispose]();
  assert.deepEqual([found.by, found.url, server.listening], ['url', url, true]);
  server.close();
  for (const wrong of ['http://127.0.0.1:9', 'nonsense'])
    await assert.rejects(findWireMock({ env: { ...env, WIREMOCK_URL: wrong } }), {
      code: 'NO_WIREMOCK',
      exitCode: 4,
    });
});
