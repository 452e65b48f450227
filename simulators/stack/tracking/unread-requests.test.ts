import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { DeviceLink } from './testing/device-link.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('unread_requests'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const ID = newImei();
const get = (query: string, ...headers: string[]): string =>
  [`GET /?id=${ID}&${query} HTTP/1.1`, 'Host: trk', ...headers, '', ''].join('\r\n');
const post = (body: string, ...headers: string[]): string =>
  ['POST / HTTP/1.1', 'Host: trk', ...headers, '', body].join('\r\n');

const answer = (status: string): string => `HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`;
const TAKEN = answer('200 OK');
const BAD = answer('400 Bad Request');
const TOO_LARGE = answer('413 Content Too Large');
const GOOD = get('lat=6.5&lon=1.2&timestamp=1767225600');

const JSON_BODY = 'Content-Type: application/json';
const unread: readonly [what: string, request: string, answer: string][] = [
  ['a time that is none', get('lat=6.5&lon=1.2&timestamp=-99999999999'), BAD],
  ['a latitude beyond the pole', get('lat=91&lon=1.2&timestamp=1767225600'), BAD],
  ['a time before all times by the clock of the device', get('timestamp=1970-01-01T00:30:00'), BAD],
  ['JSON that is none', post('{]}', JSON_BODY, 'Content-Length: 3'), BAD],
  ['a long body', post('x'.repeat(20_000), 'Content-Length: 20000'), TOO_LARGE],
];

for (const [what, request, wanted] of unread)
  test(`a telephone whose request has ${what} hears so in its turn, and goes on with the next`, {
    timeout: 10_000,
  }, async () => {
    await stand.register(ID, 'osmand', 'TRK-TG', 60);
    const link = await DeviceLink.to(await stand.port('osmand', 'http'));
    link.send(Buffer.from(GOOD + request + GOOD));
    const answers = TAKEN + wanted + TAKEN;
    assert.equal((await link.answer(answers.length)).toString(), answers);
    link.close();
  });
