import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { WireMock } from 'wiremock-captain';
import { wireMockForTests, withoutWireMock } from '../testing/wiremock-for-tests.ts';
import type { RunningWireMock } from './start-wiremock.ts';
import type { Json } from './stub.ts';
import { WireMockDriver } from './wiremock-driver.ts';

const skip = withoutWireMock;
let wireMock: RunningWireMock;
let driver: WireMockDriver;
let captain: WireMock;

before(async () => {
  if (skip) return;
  wireMock = await wireMockForTests();
  driver = new WireMockDriver(wireMock.url);
  captain = new WireMock(wireMock.url);
});
after(async () => {
  if (skip) return;
  await wireMock[Symbol.asyncDispose]();
});

const INVALID = '/([';

test('captain takes a stub for registered that WireMock refused; the driver says so', { skip }, async () => {
  const raw = await captain.register({ method: 'GET', endpoint: INVALID }, { status: 200 }, {
    requestEndpointFeature: 'urlPattern',
  } as never);
  assert.equal((raw as { id?: string }).id, undefined, 'resolves, and nothing is registered');
  await assert.rejects(
    driver.register({ request: { method: 'GET', url: INVALID, pattern: true }, answer: { status: 200 } }),
    { code: 'STUB_REFUSED', message: /refuses the stub of GET/ },
  );
});

const served = async (path: string, init?: RequestInit): Promise<string> =>
  (await fetch(`${wireMock.url}${path}`, init)).text();

test('captain drops an answer of 0 or false; the driver serves it', { skip }, async () => {
  for (const [index, body] of [0, false].entries()) {
    await captain.register({ method: 'GET', endpoint: `/raw/${index}` }, { status: 200, body });
    assert.equal(await served(`/raw/${index}`), '', 'the body is gone');
    const request = { method: 'GET', url: `/ours/${index}` } as const;
    await driver.register({ request, answer: { status: 200, body } });
    assert.equal(await served(`/ours/${index}`), JSON.stringify(body));
  }
  await captain.clearAllMappings();
});

test('captain takes a request body of 0, false or nothing for any; the driver does not', {
  skip,
}, async () => {
  const put = (path: string, body: string) => fetch(`${wireMock.url}${path}`, { method: 'PUT', body });
  const bodies: Json[] = [0, false, ''];
  for (const [index, body] of bodies.entries()) {
    await captain.register({ method: 'PUT', endpoint: `/raw/${index}`, body }, { status: 200 });
    assert.equal((await put(`/raw/${index}`, '{"other":1}')).status, 200, 'any body fits');
    await driver.register({
      request: { method: 'PUT', url: `/ours/${index}`, body },
      answer: { status: 204 },
    });
    assert.equal((await put(`/ours/${index}`, '{"other":1}')).status, 404);
    assert.equal((await put(`/ours/${index}`, JSON.stringify(body))).status, 204, `${body}`);
  }
  await captain.clearAllMappings();
});

test('captain downloads the whole journal; the driver what is new of a prefix, and its order', {
  skip,
}, async () => {
  await served('/before/1');
  const since = Date.now() + 1;
  while (Date.now() <= since);
  await served('/p/1');
  await served('/q/1');
  await served('/p/2');
  const all = (await captain.getRequestsForAPI('GET', '/p/1')) as unknown[];
  assert.ok(all.length >= 1 && ((await captain.getAllRequests()) as unknown[]).length >= 4);
  const seen = await driver.requests('/p/', since);
  assert.deepEqual(
    seen.map(({ request }) => request.url),
    ['/p/1', '/p/2'],
  );
  assert.deepEqual(await driver.requests('/before/', since), []);
});

/** A WireMock behind a path that notes what is asked, and answers what it is told. */
async function standIn(answer: RequestListener): Promise<{ url: string; asked: string[]; server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  after(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}

const stub = { request: { method: 'GET', url: '/x' }, answer: { status: 200 } } as const;

test('captain drops the end of the base address; the driver keeps it', async () => {
  const { url, asked, server } = await standIn((_request, response) => response.end('{"id":"1"}'));
  await new WireMock(`${url}/sim/sn`).register({ method: 'GET', endpoint: '/x' }, { status: 200 });
  for (const base of [`${url}/sim/sn`, `${url}/sim/sn/`]) await new WireMockDriver(base).register(stub);
  assert.deepEqual(asked, [
    'POST /sim/__admin/mappings',
    'POST /sim/sn/__admin/mappings',
    'POST /sim/sn/__admin/mappings',
  ]);
  server.close();
});

test('captain looks at no status; the driver does', async () => {
  const { url, server } = await standIn((_request, response) =>
    response.writeHead(500).end('{"mappings":[]}'),
  );
  assert.deepEqual(
    await new WireMock(url).getAllMappings(),
    [],
    'a fault of the server reads as no mappings',
  );
  const ours = new WireMockDriver(url);
  await assert.rejects(ours.remove('1'), { code: 'WIREMOCK_REFUSED', message: /answers 500/ });
  await assert.rejects(ours.requests('/', 0), { code: 'WIREMOCK_REFUSED' });
  assert.equal(await ours.isAlive(), false);
  server.close();
});

test('what is no WireMock is told in one sentence', async () => {
  const { url, server } = await standIn((_request, response) => response.end('<html>'));
  await assert.rejects(new WireMockDriver(url).register(stub), {
    code: 'WIREMOCK_SILENT',
    hint: /WIREMOCK_URL/,
  });
  server.close();
  await assert.rejects(new WireMockDriver(url).register(stub), {
    code: 'WIREMOCK_SILENT',
    message: /ECONNREFUSED/,
  });
});

test('stubs of one machine that are removed at once are all gone, whatever WireMock answers', {
  skip,
}, async () => {
  for (let round = 0; round < 20; round += 1) {
    const state = { machine: `gone ${round}`, in: 'Started', to: 'Started' };
    const stubs = Array.from({ length: 24 }, (_, index) => ({
      request: { method: 'GET', url: `/gone/${index}` } as const,
      answer: { status: 200 },
      state,
    }));
    const ids = await Promise.all(stubs.map((stub) => driver.register(stub)));
    await Promise.all(ids.map((id) => driver.remove(id)));
    assert.equal((await fetch(`${wireMock.url}/gone/3`)).status, 404);
  }
});
