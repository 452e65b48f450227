import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { Call, Reply } from './testing/back-office.ts';
import { landedMovement, serviceStands, stateOf, untilOpen, warnings } from './testing/service-stand.ts';

const start = serviceStands();
const JSON_TYPE = { 'content-type': 'application/json' };

/** Writes the same again and again, for as long as somebody reads. */
function pour(response: ServerResponse, drop: string): void {
  const more = (): void => {
    while (!response.destroyed && response.write(drop));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

const honestly =
  (change: (body: object) => unknown) =>
  (honest: Reply): Reply => ({ status: 200, body: change((honest as { body: object }).body) });

/** What a service may answer that is none, each by what it is. */
const hostile: Readonly<Record<string, (honest: Reply, call: Call) => Reply>> = {
  'a body beyond all bounds': () => ({ status: 200, body: 'x'.repeat(1_000_000) }),
  'a length beyond all bounds': () => (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '99999999999' });
    pour(response, ' '.repeat(16_384));
  },
  'chunks without end': () => (response) => {
    response.writeHead(200, JSON_TYPE);
    pour(response, ' '.repeat(1_000));
  },
  'a body that drips': () => (response) => {
    response.writeHead(200, JSON_TYPE);
    response.write('{');
  },
  'headers without end': () => (response) => {
    response.writeHead(
      200,
      Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`x-${n}`, 'y'.repeat(200)])),
    );
    response.end('{}');
  },
  'no JSON': () => (response) => response.writeHead(200, JSON_TYPE).end('<html>OK</html>'),
  'JSON that is no UTF-8': () => (response) =>
    response.writeHead(200, JSON_TYPE).end(Buffer.from([0x22, 0xff, 0x22])),
  'JSON too deep to be anything': () => (response) =>
    response.writeHead(200, JSON_TYPE).end(`${'['.repeat(30_000)}${']'.repeat(30_000)}`),
  nothing: () => ({ status: 200 }),
  'no content': () => ({ status: 204 }),
  'a redirection': () => (response) =>
    response.writeHead(302, { location: '/taxpayer-register/elsewhere' }).end(),
  'half an answer': () => (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '100' });
    response.write('{"plate":');
    response.socket?.destroySoon();
  },
  'a status that is none': () => (response) => response.socket?.end('HTTP/1.1 999 Yes\r\n\r\n'),
  'another protocol': () => (response) => response.socket?.end('220 mail.example ESMTP\r\n'),
  'a field too many': honestly((body) => ({ ...body, note: 'x' })),
  'a prototype': () => (response) =>
    response.writeHead(200, JSON_TYPE).end('{"__proto__":{"status":"ACTIVE"}}'),
  'another taxpayer': honestly((body) => ({ ...body, taxId: 'AUTRE' })),
  'another year': honestly((body) => ({ ...body, year: 2020 })),
};

for (const [name, reply] of Object.entries(hostile))
  test(`${name} is no answer: asked again, and then compared`, async () => {
    await using world = await start(['taxpayer-register']);
    const { office, stand } = world;
    office.react = (call) => reply(office.honest(call), call);
    const movement = landedMovement(office);
    await stand.announce(movement);
    await office.until('a call', (calls) => calls.length > 0);
    const asked = office.calls.length;
    await stand.advance(5);
    assert.ok((await stateOf(stand, 'taxpayer-register')).openJobs >= 1);
    assert.deepEqual(await stand.queued('TG', movement), []);
    office.react = honestlyCeased(office.honest.bind(office));
    await stand.advance(30);
    await stand.advance(30);
    await untilOpen(stand, 'taxpayer-register', 0);
    assert.ok(office.calls.length > asked);
    const [found] = await warnings(stand, 'TG', 'service-contradiction', 1);
    assert.match(found?.detail ?? '', /CEASED/);
  });

const honestlyCeased =
  (honest: (call: Call) => Reply) =>
  (call: Call): Reply =>
    honestly((body) => ({ ...body, status: 'CEASED' }))(honest(call));
