import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { DeviceLink } from './testing/device-link.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('http_framing'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const ID = newImei();
const head = (...lines: readonly string[]): string => [...lines, '', ''].join('\r\n');
const GET = `GET /?id=${ID}&lat=6.5&lon=1.2&timestamp=1767225600`;
const GOOD = head(`${GET} HTTP/1.1`, 'Host: trk');
const post = (...headers: readonly string[]): string => head('POST / HTTP/1.1', 'Host: trk', ...headers);

const answer = (status: string): string => `HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`;
const last = (status: string): string =>
  `HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
const TAKEN = answer('200 OK');
const BAD = answer('400 Bad Request');
const LAST_BAD = last('400 Bad Request');

/** Sends bytes; checks all that comes back until the platform ends the connection. */
async function assertEnds(text: string, answers: string): Promise<void> {
  const link = await DeviceLink.to(await stand.port('osmand', 'http'));
  link.send(Buffer.from(text));
  assert.equal((await link.answer(answers.length)).toString(), answers);
  await link.cut();
  await assert.rejects(link.answer(1), /closed with $/);
}

const { length } = GOOD;
const uncertain: readonly [what: string, request: string][] = [
  ['a body of chunks', post('Transfer-Encoding: chunked')],
  ['a length with a sign', post(`Content-Length: +${length}`)],
  ['two lengths', post(`Content-Length: ${length}`, `Content-Length: ${length}`)],
  ['a space before a colon', post(`Content-Length : ${length}`)],
  ['JSON nested too deeply', post('Content-Type: application/json') + '{"a":'.repeat(200)],
  ['no request line', 'HELLO\r\n'],
];

for (const [what, request] of uncertain)
  test(`a message with ${what} is the last one that is heard on its connection`, {
    timeout: 20_000,
  }, async () => {
    await stand.register(ID, 'osmand');
    const movement = await stand.truck(ID);
    await assertEnds(request + GOOD, LAST_BAD);
    assert.deepEqual((await stand.journey('TG', movement)).positions, []);
  });

test('a request in the body of another is none, whatever its method and the zeros before its length', {
  timeout: 20_000,
}, async () => {
  await stand.register(ID, 'osmand');
  const inside = [
    post(`Content-Length: 00000000000${length}`) + GOOD,
    head('PUT / HTTP/1.1', `Content-Length: ${length}`) + GOOD,
    head('OPTIONS * HTTP/1.1', `X: ${GOOD.trim()}`),
    head('HEAD / HTTP/1.1'),
  ];
  const link = await DeviceLink.to(await stand.port('osmand', 'http'));
  link.send(Buffer.from(inside.join('') + GOOD));
  const answers = BAD.repeat(inside.length) + TAKEN;
  assert.equal((await link.answer(answers.length)).toString(), answers);
  link.close();
});

test('the platform ends a connection after its answer where the telephone expects no other', {
  timeout: 20_000,
}, async () => {
  await stand.register(ID, 'osmand');
  await assertEnds(GOOD + head(`${GET} HTTP/1.1`, 'Connection: close') + GOOD, TAKEN + last('200 OK'));
  await assertEnds(head(`${GET} HTTP/1.0`) + GOOD, last('200 OK'));
  await assertEnds(`${GET}\n${GOOD}`, TAKEN);
  await assertEnds(head('GET /?lat=91 HTTP/1.1', 'Connection: close') + GOOD, LAST_BAD);
  await assertEnds(head('PUT / HTTP/1.0') + GOOD, LAST_BAD);
});

test('a telephone hears that its headers are too long, though it sends on', { timeout: 20_000 }, async () => {
  const request = head(`${GET} HTTP/1.1`, `X-Fictif: ${'x'.repeat(2_000_000)}`);
  await assertEnds(request, last('413 Content Too Large'));
});
