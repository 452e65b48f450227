import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { depart, newMovement } from './testing/journey.ts';
import { Seat } from './testing/seat.ts';
import { StackProcess } from './testing/stack-process.ts';

let server: StackProcess;
let count = 0;

before(async () => {
  server = await StackProcess.start();
});
after(() => server[Symbol.asyncDispose]());

const freshDatabase = (): string => {
  count += 1;
  return server.otherDatabase(`fresh_${process.pid}_${count}`);
};

/** Waits until a seat's published delivery state satisfies the probe. */
async function eventually<State>(
  read: () => Promise<State>,
  holds: (state: State) => boolean,
): Promise<State> {
  const until = Date.now() + 10_000;
  for (;;) {
    const state = await read();
    if (holds(state) || Date.now() > until) return state;
  }
}

const stateOf = (seat: Seat) => async () =>
  (await seat.request('GET', `/v0/participants/${seat.country}/deliveries`)).body;
const advance = (seat: Seat, seconds: number) =>
  seat.request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds }));

test('killed in the middle of a burst and started again, the stack loses nothing and does nothing twice', async () => {
  const database = freshDatabase();
  const first = await StackProcess.start('--database', database);
  const port = new URL(first.url).port;
  await using tg = await Seat.start('TG', first.url);
  await using bf = await Seat.start('BF', first.url);
  const sent = Array.from({ length: 120 }, () => newMovement()).map((movement) =>
    tg.compose('TransitNotice', movement.notice, { movementVersion: 1 }),
  );
  const answers = sent.map((message) => tg.submit(JSON.stringify(message)).catch(() => undefined));
  await bf.until('some of the burst', (all) => all.length > 20);
  await first.kill();
  const acknowledged = (await Promise.all(answers)).filter((answer) => answer?.status === 202).length;
  assert.ok(acknowledged >= 20 && acknowledged < 120, `the kill fell outside the burst: ${acknowledged}`);

  await using second = await StackProcess.start('--database', database, '--port', port);
  assert.equal(second.url, first.url);
  const repeated = await Promise.all(sent.map((message) => tg.submit(JSON.stringify(message))));
  const before = await Promise.all(answers);
  repeated.forEach((answer, index) => {
    assert.equal(answer.status, 202, answer.text);
    if (before[index]) assert.equal(answer.text, before[index].text);
  });
  const drained = await eventually(stateOf(bf), ({ pending }) => pending === 0);
  assert.deepEqual([drained.pending, drained.lastQueued], [0, 120]);
  const cursorsById = new Map<string, Set<number>>();
  for (const { message, cursor } of bf.arrivals)
    cursorsById.set(message.messageId, (cursorsById.get(message.messageId) ?? new Set()).add(cursor));
  assert.deepEqual([...cursorsById.keys()].sort(), sent.map(({ messageId }) => messageId).sort());
  assert.ok([...cursorsById.values()].every((cursors) => cursors.size === 1));
});

test('a seat that stays away for 72 h gets dead letters, both sides are warned, and its pull brings all back', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  await bf.goAway();
  const movement = newMovement();
  const { message } = await tg.send('TransitNotice', movement.notice, { movementVersion: 1 });
  await eventually(
    async () => (await tg.request('GET', '/v0/participants/BF/deliveries')).body,
    ({ pending }) => pending === 1,
  );
  await advance(tg, 60);
  await advance(tg, 73 * 3600);
  const { body } = await eventually(
    () => tg.request('GET', '/v0/participants/BF/dead-letters'),
    ({ body: { deadLetters } }) => deadLetters.length === 1,
  );
  assert.equal(body.deadLetters[0].messageId, message.messageId);
  assert.ok(body.deadLetters[0].reason.length > 0);
  const warning = await tg.first('FindingNotice');
  assert.deepEqual(
    [warning.message.payload['kind'], warning.message.payload['relatesTo']],
    ['dead-letter', message.messageId],
  );
  const book = await tg.request('GET', `/v0/movements/${movement.reference}`);
  assert.deepEqual(
    book.body.findings.map(({ kind, country, relatesTo }: Record<string, unknown>) => [
      kind,
      country,
      relatesTo,
    ]),
    [['dead-letter', 'BF', message.messageId]],
  );

  await bf.listen();
  const page = await bf.request('GET', '/v0/participants/BF/messages?after=0&limit=1');
  assert.deepEqual(page.body.messages[0].message, message);
  assert.deepEqual([page.body.next, page.body.more], [1, true]);
  const again = await bf.first('TransitNotice');
  assert.equal(again.text, JSON.stringify(message));
  assert.deepEqual((await eventually(stateOf(bf), ({ pending }) => pending === 0)).deadLetters, 0);
});

test('a pull confirms what lies before it, and the confirmed is not attempted again', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  bf.react = () => 503;
  const movement = newMovement();
  await depart({ TG: tg }, movement);
  await bf.first('TransitNotice');
  const page = await bf.request('GET', '/v0/participants/BF/messages?after=2');
  assert.deepEqual(page.body, { messages: [], next: 2, more: false });
  const state = await eventually(stateOf(bf), ({ pending }) => pending === 0);
  assert.deepEqual([state.cursor, state.lastQueued, state.pending], [2, 2, 0]);
  await advance(tg, 3600);
  assert.equal(bf.types().includes('AT02'), false);
});

test('a delivery refused by its recipient is not tried again, and the next one follows', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  bf.react = ({ message }) => (message.messageType === 'AT01' ? 422 : 202);
  await depart({ TG: tg }, newMovement());
  await bf.first('DepartureRelease');
  assert.deepEqual(bf.types(), ['AT01', 'AT02']);
});

test('the order about one movement is kept through failures, and another movement does not wait', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  const [slow, quick] = [newMovement(), newMovement()];
  bf.react = ({ message, attempt }) =>
    message.payload['transitReference'] === slow.reference && attempt < 3 ? 503 : 202;
  await depart({ TG: tg }, slow);
  await depart({ TG: tg }, quick);
  await bf.until('the quick one', (all) =>
    all.some(
      ({ message }) =>
        message.payload['transitReference'] === quick.reference && message.messageType === 'AT02',
    ),
  );
  const seen = (): string[] =>
    bf.arrivals
      .filter(({ message }) => message.payload['transitReference'] === slow.reference)
      .map(({ message, attempt }) => `${message.messageType}/${attempt}`);
  assert.equal(seen()[0], 'AT01/1');
  await eventually(
    () => advance(tg, 2),
    () => seen().length >= 6,
  );
  assert.deepEqual(seen(), ['AT01/1', 'AT01/2', 'AT01/3', 'AT02/1', 'AT02/2', 'AT02/3']);
});
