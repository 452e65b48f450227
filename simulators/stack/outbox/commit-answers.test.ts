import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { CommitLink } from '../../links/testing/commit-link.ts';
import { newMovement } from '../testing/journey.ts';
import { Seat } from '../testing/seat.ts';
import { StackProcess } from '../testing/stack-process.ts';

let server: StackProcess;
let link: CommitLink;
let stack: StackProcess;
let tg: Seat;
let bf: Seat;
let count = 0;

before(async () => {
  server = await StackProcess.start();
});
after(() => server[Symbol.asyncDispose]());

beforeEach(async (context) => {
  count += 1;
  link = await CommitLink.open(server.otherDatabase(`commits_${process.pid}_${count}`));
  stack = await StackProcess.start('--database', link.url);
  tg = await Seat.start('TG', stack.url);
  bf = await Seat.start('BF', stack.url);
  if ('after' in context)
    context.after(async () => {
      for (const part of [tg, bf, link, stack]) await part[Symbol.asyncDispose]();
    });
});

const notice = () => {
  const movement = newMovement();
  const message = tg.compose('TransitNotice', movement.notice, { movementVersion: 1 });
  return { movement, message, text: JSON.stringify(message) };
};
const arrivedFrom = (seat: Seat, least: number) =>
  seat.until(`${least} deliveries`, (all) => all.length >= least);
const cursors = (seat: Seat): number[] => seat.arrivals.map(({ cursor }) => cursor);

test('a commit whose answer comes last was still the first: deliveries keep the order of their cursors', async () => {
  const { movement, text } = notice();
  const held = link.next('held-answer');
  const first = tg.submit(text);
  await held;
  const { answer } = await tg.send('DepartureRelease', movement.release, { movementVersion: 2 });
  assert.equal(answer.status, 202, answer.text);
  await arrivedFrom(bf, 2);
  assert.deepEqual(cursors(bf), [1, 2]);
  link.release();
  assert.equal((await first).status, 202);
  const { answer: other } = await tg.send('TransitNotice', newMovement().notice, { movementVersion: 1 });
  assert.equal(other.status, 202, other.text);
  await arrivedFrom(bf, 3);
  assert.deepEqual(cursors(bf), [1, 2, 3], 'what the database told of is not delivered again');
});

test('a commit whose answer is lost took effect: it is delivered, and its repetition gets the answer', async () => {
  const { message, text } = notice();
  void link.next('lost-answer');
  const lost = await tg.submit(text);
  assert.equal(lost.status, 503, lost.text);
  await arrivedFrom(bf, 1);
  assert.equal(bf.arrivals[0]?.message.messageId, message.messageId);
  const repeated = await tg.submit(text);
  assert.equal(repeated.status, 202, repeated.text);
  await tg.send('TransitNotice', newMovement().notice, { movementVersion: 1 });
  await arrivedFrom(bf, 2);
  assert.deepEqual(cursors(bf), [1, 2]);
});

test('a commit that never arrived had no effect: its repetition has, and nobody waits for its cursor', async () => {
  const { text } = notice();
  void link.next('lost');
  assert.equal((await tg.submit(text)).status, 503);
  await tg.send('TransitNotice', newMovement().notice, { movementVersion: 1 });
  assert.equal((await tg.submit(text)).status, 202);
  await arrivedFrom(bf, 2);
  assert.deepEqual(cursors(bf), [1, 2]);
});

test('what a commit set for later falls due, and what it published counts, though its answer was lost', async () => {
  const entry = newMovement().passages.find(({ office }) => office.startsWith('BF'));
  void link.next('lost-answer');
  const early = await bf.send('BorderPassage', entry ?? {}, { originSeq: 1 });
  assert.equal(early.answer.status, 503);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const content = {
    kind: 'UNAVAILABILITY',
    type: 'S',
    from: new Date().toISOString(),
    until,
    fallback: 'téléphone',
  };
  const published = { country: 'BF', version: 1, effectiveFrom: new Date().toISOString(), content };
  void link.next('lost-answer');
  const away = await bf.send('ReferenceDataNotice', published, { recipient: 'all' });
  assert.equal(away.answer.status, 503);
  await tg.first('ReferenceDataNotice');
  const { body } = await tg.request('GET', '/v0/reference-data');
  assert.equal(body.unavailabilities.length, 1);
  await tg.request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds: 15 * 60 + 1 }));
  await tg.first('MovementQuery');
});

test('dead letters whose requeueing was not answered are delivered', async () => {
  await bf.goAway();
  await tg.submit(notice().text);
  for (let day = 0; day < 4; day += 1)
    await tg.request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds: 86_400 }));
  const { body } = await tg.request('GET', '/v0/participants/BF/deliveries');
  assert.equal(body.deadLetters, 1);
  await bf.listen();
  void link.next('lost-answer');
  const demand = await bf.request('POST', '/v0/participants/BF/dead-letters/redeliver');
  assert.equal(demand.status, 503, demand.text);
  await bf.first('TransitNotice');
});

test('a commit that a killed stack left on its way comes to nothing, or is taken up by the next one', async () => {
  const { message, text } = notice();
  const held = link.next('held');
  const first = tg.submit(text).catch(() => undefined);
  await held;
  await stack.kill();
  await first;
  const port = new URL(stack.url).port;
  stack = await StackProcess.start('--database', link.url, '--port', port);
  link.release();
  assert.equal((await tg.submit(text)).status, 202);
  await arrivedFrom(bf, 1);
  assert.deepEqual(
    bf.arrivals.map(({ message: { messageId } }) => messageId),
    [message.messageId],
  );
});
