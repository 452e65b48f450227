import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { Journal } from '../../reports/evidence/journal.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { startSeat } from './testing/seats.ts';

test('a seat misbehaves as ordered, as often as ordered, and then behaves', async () => {
  const journal = new Journal();
  await using burkina = await startSeat({ country: 'BF', journal });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl, answerTimeoutMs: 150 });
  const { reference, notice } = exampleMovement(1);
  burkina.misbehave({ kind: 'status', status: 503 }, 2);
  burkina.misbehave({ kind: 'hang' });
  burkina.misbehave({ kind: 'reset' });
  burkina.misbehave({ kind: 'rubbish' });
  burkina.misbehave({ kind: 'refuse', code: 'UNKNOWN_OFFICE', pointer: '/payload/itinerary/legs/3/office' });
  const message = togo.compose('TransitNotice', notice);
  const seen: unknown[] = [];
  for (let i = 0; i < 6; i += 1) {
    const { status, fault, answer } = await togo.submit(message);
    seen.push(fault ?? answer?.messageType ?? status);
  }
  assert.deepEqual(seen, [503, 503, 'timeout', 'reset', 200, 'AT91']);
  assert.equal(burkina.book(reference), undefined);
  assert.equal((await togo.submit(message)).status, 202);
  assert.deepEqual(
    journal.of(reference).map(({ fault, answer }) => fault ?? answer?.status),
    [503, 503, 'hang', 'reset', 200, 422, 202],
  );
});

test('an answer that is lost leaves the message stored, and the repetition is harmless', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const { reference, notice } = exampleMovement(2);
  burkina.misbehave({ kind: 'lost-answer' });
  const message = togo.compose('TransitNotice', notice);
  assert.equal((await togo.submit(message)).fault, 'reset');
  assert.equal((await togo.resend(message.messageId)).status, 202);
  assert.equal(burkina.received(reference).length, 1);
});

test('a seat that went away refuses connections, and comes back on the same port with its book', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const { reference, notice, release } = exampleMovement(3);
  const address = burkina.baseUrl;
  await togo.send('TransitNotice', notice);
  await burkina.goAway();
  await burkina.goAway();
  const message = togo.compose('DepartureRelease', release);
  // The connection kept alive may only now be seen to be cut; a new one is refused.
  const first = await togo.submit(message);
  assert.ok(['reset', 'refused'].includes(first.fault ?? ''), first.fault);
  assert.equal((await togo.resend(message.messageId)).fault, 'refused');
  await burkina.comeBack();
  assert.equal(burkina.baseUrl, address);
  assert.equal((await togo.resend(message.messageId)).status, 202);
  assert.equal(burkina.book(reference)?.state, 'RELEASED');
});

test('a seat that ends cuts every connection at once, and those who wait for a message learn it', async () => {
  const journal = new Journal();
  const held = new Promise((resolve) => journal.subscribe(({ fault }) => fault === 'hang' && resolve(fault)));
  const burkina = await startSeat({ country: 'BF', journal });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  burkina.misbehave({ kind: 'hang' });
  const submitting = togo.send('TransitNotice', exampleMovement(4).notice);
  const waiting = burkina.next(() => true, 60_000);
  await held;
  await burkina[Symbol.asyncDispose]();
  assert.equal((await submitting).fault, 'reset');
  assert.equal(await waiting, undefined);
});

test('a port that is taken is told, with what to do', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  const port = Number(new URL(burkina.baseUrl).port);
  const code = 'CANNOT_LISTEN';
  await assert.rejects(() => startSeat({ country: 'TG', port }), {
    name: 'SeatError',
    code,
    hint: /another port/,
  });
});

test('a caller that goes away in the middle of a request is recorded as such', async () => {
  const journal = new Journal();
  const recorded = new Promise((resolve) => journal.subscribe((record) => resolve(record.fault)));
  await using burkina = await startSeat({ country: 'BF', journal });
  const socket = connect(Number(new URL(burkina.baseUrl).port), '127.0.0.1');
  socket.write('POST /v0/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"half":');
  socket.end();
  assert.equal(await recorded, 'reset');
  assert.deepEqual(
    journal.all().map(({ body }) => body),
    ['{"half":'],
  );
});
