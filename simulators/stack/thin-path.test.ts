import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arriveAndEnd, depart, newMovement, passBorders } from './testing/journey.ts';
import { Seat } from './testing/seat.ts';
import { StackProcess } from './testing/stack-process.ts';

let stack: StackProcess;
const seats: Record<string, Seat> = {};

before(async () => {
  stack = await StackProcess.start();
  for (const country of ['TG', 'BF', 'ML', 'NE']) seats[country] = await Seat.start(country, stack.url);
});
after(async () => {
  for (const seat of Object.values(seats)) await seat[Symbol.asyncDispose]();
  await stack[Symbol.asyncDispose]();
});

const seat = (country: string): Seat => seats[country] as Seat;

test('a truck from Lome to Ouagadougou goes through all states, and only the countries on its road are told', async () => {
  const movement = newMovement();
  await depart(seats, movement);
  await passBorders(seats, movement);
  await arriveAndEnd(seats, movement);
  await seat('BF').until('discharge', (all) => all.some(({ message }) => message.messageType === 'AT09'));
  await seat('TG').until('control result', (all) =>
    all.some(({ message }) => message.messageType === 'AT08'),
  );
  const { body, status } = await seat('TG').request('GET', `/v0/movements/${movement.reference}`);
  assert.equal(status, 200);
  assert.equal(body.state, 'DISCHARGED');
  assert.equal(body.movementVersion, 3);
  assert.deepEqual(body.findings, []);
  assert.deepEqual(body.notice, movement.notice);
  assert.deepEqual(seat('ML').types(), []);
  assert.deepEqual(
    seat('BF').arrivals.map(({ cursor }) => cursor),
    seat('BF').arrivals.map((_, index) => index + 1),
  );
});

test('a message repeated gets the same answer, byte for byte, and is delivered once', async () => {
  const movement = newMovement();
  const message = seat('TG').compose('TransitNotice', movement.notice, { movementVersion: 1 });
  const first = await seat('TG').submit(JSON.stringify(message));
  const again = await seat('TG').submit(JSON.stringify(message, null, 2));
  assert.equal(first.status, 202, first.text);
  assert.deepEqual([again.status, again.text], [first.status, first.text]);
  const { body } = await seat('TG').request('GET', `/v0/movements/${movement.reference}`);
  assert.equal(body.events.length, 1);
});

test('the same id with other content is refused, and its sender is warned', async () => {
  const movement = newMovement();
  const message = seat('TG').compose('TransitNotice', movement.notice, { movementVersion: 1 });
  await seat('TG').submit(JSON.stringify(message));
  const refused = await seat('TG').submit(
    JSON.stringify({
      ...message,
      preparedAt: new Date().toISOString().replace('Z', 'Z'),
      conversationId: 'x',
    }),
  );
  assert.equal(refused.status, 409, refused.text);
  assert.deepEqual(
    refused.body.payload.findings.map(({ code, pointer }: { code: string; pointer: string }) => [
      code,
      pointer,
    ]),
    [['DUPLICATE_ID', '/messageId']],
  );
  const { message: notice } = await seat('TG').first('FindingNotice');
  assert.equal(notice.payload['kind'], 'duplicate-id');
});

test('a discharge before any control result is refused by message and changes nothing', async () => {
  const movement = newMovement();
  await depart(seats, movement);
  const { message } = await seat('TG').send('DischargeNotice', movement.discharge, { movementVersion: 3 });
  const { message: error } = await seat('TG').first('FunctionalError');
  assert.equal(error.correlationId, message.messageId);
  assert.deepEqual(
    (error.payload['findings'] as { code: string; pointer: string }[]).map(({ code, pointer }) => [
      code,
      pointer,
    ]),
    [['OUT_OF_SEQUENCE', '/messageType']],
  );
  const { body } = await seat('TG').request('GET', `/v0/movements/${movement.reference}`);
  assert.deepEqual([body.state, body.movementVersion, body.events.length], ['RELEASED', 2, 2]);
});

test('what is queued drains to nothing pending', async () => {
  const probe = async (): Promise<number> =>
    (await seat('BF').request('GET', '/v0/participants/BF/deliveries')).body.pending;
  const limit = Date.now() + 5000;
  let pending = await probe();
  while (pending > 0 && Date.now() < limit) pending = await probe();
  assert.equal(pending, 0);
});
