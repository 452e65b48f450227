import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseMessage } from '../../profile/parse-message.ts';
import { newMovement } from './testing/journey.ts';
import { type Answer, Seat } from './testing/seat.ts';
import { StackProcess } from './testing/stack-process.ts';

let stack: StackProcess;
let togo: Seat;
let burkina: Seat;

before(async () => {
  stack = await StackProcess.start();
  togo = await Seat.start('TG', stack.url);
  burkina = await Seat.start('BF', stack.url);
});
after(async () => {
  await togo[Symbol.asyncDispose]();
  await burkina[Symbol.asyncDispose]();
  await stack[Symbol.asyncDispose]();
});

const notice = () => togo.compose('TransitNotice', newMovement().notice, { movementVersion: 1 });

const told = ({ status, body }: Answer): unknown => [status, body.code ?? body.payload.findings[0].code];

test('a body that begins with a byte order mark is no JSON, so that it never breaks a page of a pull', async () => {
  assert.deepEqual(told(await togo.submit(`\ufeff${JSON.stringify(notice())}`)), [400, 'NOT_JSON']);
});

test('a number or a character that has no canonical form is refused, not answered as a breakdown', async () => {
  const text = JSON.stringify(notice());
  for (const body of [
    text.replace('"movementVersion":1', '"movementVersion":1e999'),
    text.replace('"TG"', '"TG","conversationId":"\\ud800"'),
  ])
    assert.deepEqual(told(await togo.submit(body)), [400, 'NOT_JSON']);
});

test('what is wrong with a body is told without its content, which may hold an access code', async () => {
  const { text } = await togo.submit('{"accessCode":"X1Y2","a":x}');
  assert.match(text, /NOT_JSON/);
  assert.doesNotMatch(text, /X1Y2|accessCode/);
});

test('a zero character is refused wherever it stands, not answered as a breakdown', async () => {
  for (const path of ['movements/%00', 'guarantees/%00', 'participants/%00/deliveries'])
    assert.deepEqual(told(await togo.request('GET', `/v0/${path}`)), [404, 'NOT_FOUND']);
  const query = { operation: 'QUERY', guaranteeReference: '26TG000000000CCI6', accessCode: 'A1B2' };
  const asked = { recipient: 'hub', conversationId: 'a\0b' };
  const { answer } = await togo.send(
    'GuaranteeRequest',
    { ...query, holderTaxId: 'X', countries: ['TG'] },
    asked,
  );
  assert.deepEqual(told(answer), [422, 'PATTERN']);
  const first = notice();
  await togo.submit(JSON.stringify(first));
  const again = { ...first, payload: { transitReference: 'a\0b' } };
  assert.deepEqual(told(await togo.submit(JSON.stringify(again))), [409, 'DUPLICATE_ID']);
});

test('an address that nobody can use, or that fills a book by itself, is refused', async () => {
  for (const [baseUrl, system] of [
    ['http://127.0.0.1:9/\0', 'x'],
    [`http://127.0.0.1:9/${'a'.repeat(100_000)}`, 'x'],
    ['http:127.0.0.1:9', 'x'],
    ['http://127.0.0.1:9', 'a\0b'],
  ]) {
    const answer = await togo.request('PUT', '/v0/participants/TG', JSON.stringify({ baseUrl, system }));
    assert.deepEqual(told(answer), [400, 'BAD_REQUEST'], baseUrl?.slice(0, 40));
  }
});

test('a reference longer than any is unknown, told in the words of the binding', async () => {
  assert.deepEqual(told(await togo.request('GET', `/v0/movements/${'a'.repeat(500)}`)), [404, 'NOT_FOUND']);
});

test('a refusal is itself a message of the profile, whatever the id of the refused one', async () => {
  const odd = { ...notice(), messageId: '8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60' };
  const answer = parseMessage((await togo.submit(JSON.stringify(odd))).body);
  assert.ok(answer.ok, JSON.stringify(answer));
});

test('a clock far ahead is warned of in few words, however long its date is written', async () => {
  const odd = { ...notice(), preparedAt: `2099-01-01T00:00:00.${'0'.repeat(5_000)}Z` };
  assert.deepEqual(told(await togo.submit(JSON.stringify(odd))), [422, 'FUTURE_DATED']);
  const warned = await togo.until('clock-skew', (all) =>
    all.some(({ message }) => message.payload['kind'] === 'clock-skew'),
  );
  const { message } = warned.find((arrival) => arrival.message.payload['kind'] === 'clock-skew') ?? {};
  assert.ok(parseMessage(message).ok);
});

test('a pull beyond the end of the queue confirms nothing that is still to come', async () => {
  burkina.react = () => 503;
  assert.equal((await burkina.request('GET', '/v0/participants/BF/messages?after=999999')).status, 200);
  await togo.submit(JSON.stringify(notice()));
  const before = burkina.arrivals.length;
  await burkina.until('an attempt', (all) => all.length > before);
  await burkina.until('the next attempt', (all) => all.at(-1)?.attempt === 2);
  burkina.react = () => 202;
});

test('the test clock cannot be moved where no date can follow', async () => {
  for (const seconds of [1e300, 1e13, 8.64e12, 3e11]) {
    const answer = await togo.request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds }));
    assert.deepEqual(told(answer), [400, 'BAD_REQUEST'], String(seconds));
  }
  assert.equal((await togo.request('GET', '/v0/health')).status, 200);
});
