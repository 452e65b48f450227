import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { refusal, silence } from './testing/back-office.ts';
import {
  landedMovement,
  type ServiceStand,
  serviceStands,
  stateOf,
  untilOpen,
  warnings,
} from './testing/service-stand.ts';

const start = serviceStands();
const down = { status: 503, body: {} } as const;

/** Announces a movement and ends when its first call has failed. */
async function announced({ office, stand }: ServiceStand): Promise<void> {
  await stand.announce(landedMovement(office));
  await office.until('the first call', (calls) => calls.length >= 1);
}

test('a service that fails is asked again after 1, 2, 4 and 8 s by the very same request', async () => {
  await using world = await start(['single-window']);
  const { office, stand } = world;
  office.react = () => down;
  await announced(world);
  for (const pause of [1, 2, 4]) {
    const asked = office.calls.length;
    await stand.advance(pause);
    assert.ok(office.calls.length > asked);
  }
  office.react = (call) => office.honest(call);
  await stand.advance(8);
  await untilOpen(stand, 'single-window', 0);
  const [first] = office.calls;
  for (const call of office.calls) assert.deepEqual(call, first);
});

test('408 and 429 are failures, other refusals are answers', async () => {
  await using world = await start(['single-window']);
  const { office, stand } = world;
  const statuses = [408, 429, 404];
  office.react = () => refusal(statuses.shift() ?? 500, 'UNKNOWN_BILL');
  await announced(world);
  await stand.advance(1);
  await stand.advance(2);
  await untilOpen(stand, 'single-window', 0);
  const [found] = await warnings(stand, 'TG', 'service-contradiction', 1);
  assert.match(found?.detail ?? '', /UNKNOWN_BILL/);
  await stand.advance(3600);
  assert.equal(office.calls.length, 3);
});

test('after five failures in a row the breaker opens for 30 s, then one probe decides', async () => {
  await using world = await start(['single-window', 'tariff']);
  const { office, stand } = world;
  office.react = (call) => (call.service === 'single-window' ? down : office.honest(call));
  for (let movement = 0; movement < 5; movement += 1) await stand.announce(landedMovement(office));
  await office.until('five calls', () => office.to('single-window').length >= 5);
  await stand.advance(0);
  assert.equal((await stateOf(stand, 'single-window')).breaker, 'open');
  const failed = office.to('single-window').length;
  await stand.announce(landedMovement(office));
  await stand.advance(20);
  assert.equal(office.to('single-window').length, failed);
  assert.equal((await stateOf(stand, 'tariff')).breaker, 'closed');
  await untilOpen(stand, 'tariff', 0);
  await stand.advance(10);
  assert.equal(office.to('single-window').length, failed + 1);
  assert.equal((await stateOf(stand, 'single-window')).breaker, 'open');
  office.react = (call) => office.honest(call);
  await stand.advance(30);
  await untilOpen(stand, 'single-window', 0);
  assert.equal((await stateOf(stand, 'single-window')).breaker, 'closed');
  assert.ok((await stateOf(stand, 'single-window')).lastAnswerAt);
});

test('an answer that comes after five seconds is not read, though the call was under way', async () => {
  await using world = await start(['vehicle-register']);
  const { office, stand } = world;
  office.react = () => silence;
  const movement = landedMovement(office);
  const held = movement.notice.vehicle.trailerPlate ? 2 : 1;
  await stand.announce(movement);
  await office.until('all calls', (calls) => calls.length === held);
  await stand.advance(5);
  assert.equal((await stateOf(stand, 'vehicle-register')).openJobs, held);
  office.react = (call) => office.honest(call);
  await stand.advance(1);
  await untilOpen(stand, 'vehicle-register', 0);
  assert.equal(office.calls.length, 2 * held);
});

test('a service without an answer for a day is told once for the notice, and asked no more', async () => {
  await using world = await start(['vehicle-register', 'tariff']);
  const { office, stand } = world;
  office.react = () => down;
  const movement = landedMovement(office);
  const { messageId } = await stand.announce(movement);
  await stand.advance(86_400);
  await untilOpen(stand, 'vehicle-register', 0);
  await untilOpen(stand, 'tariff', 0);
  const asked = office.calls.length;
  const found = await warnings(stand, 'TG', 'service-silent', 2);
  await stand.advance(86_400);
  assert.equal((await warnings(stand, 'TG', 'service-silent', 2)).length, 2);
  assert.equal(office.calls.length, asked);
  assert.deepEqual(
    found.map(({ relatesTo }) => relatesTo),
    [messageId, messageId],
  );
  const vehicles = found.find(({ detail }) => detail.startsWith('vehicle-register'))?.detail ?? '';
  assert.match(vehicles, /\/payload\/vehicle\/plate/);
  if (movement.notice.vehicle.trailerPlate) assert.match(vehicles, /\/payload\/vehicle\/trailerPlate/);
  assert.ok(!(await stand.queued('BF', movement)).includes('AT93'));
});

test('killed with questions open, the stack puts them again after its start, under the same ids', async () => {
  await using world = await start(['single-window', 'tariff', 'vehicle-register']);
  const { office, stand } = world;
  office.react = () => silence;
  const movement = landedMovement(office);
  await stand.announce(movement);
  await office.until('a call to each', () =>
    (['single-window', 'tariff', 'vehicle-register'] as const).every((name) => office.to(name).length > 0),
  );
  const before = new Set(office.calls.map(({ requestId }) => requestId));
  office.react = (call) => office.honest(call);
  await stand.restart();
  for (const name of ['single-window', 'tariff', 'vehicle-register'] as const)
    await untilOpen(stand, name, 0);
  const after = office.calls.filter(({ requestId }) => before.has(requestId));
  assert.ok(after.length >= 2 * before.size, 'every open request was repeated under its id');
});

test('a hundred notices while no service is there: none waits, few calls go out, and all is asked later', async () => {
  await using world = await start(['single-window', 'vehicle-register']);
  const { office, stand } = world;
  await office.goAway();
  const movements = Array.from({ length: 100 }, () => landedMovement(office));
  await Promise.all(movements.map((movement) => stand.announce(movement)));
  await stand
    .seat('BF')
    .until(
      'all notices',
      (all) => all.filter(({ message }) => message.messageType === 'AT01').length === 100,
    );
  assert.equal((await stateOf(stand, 'single-window')).openJobs, 100);
  await office.listen();
  await stand.advance(60);
  await stand.advance(300);
  await untilOpen(stand, 'single-window', 0);
  await untilOpen(stand, 'vehicle-register', 0);
  assert.equal(new Set(office.to('single-window').map(({ path }) => path)).size, 100);
});

test('a service that holds every call is held by four at most, and stops nobody else', async () => {
  await using world = await start(['single-window', 'vehicle-register']);
  const { office, stand } = world;
  office.react = (call) => (call.service === 'single-window' ? silence : office.honest(call));
  for (let movement = 0; movement < 12; movement += 1) await stand.announce(landedMovement(office));
  await untilOpen(stand, 'vehicle-register', 0);
  await office.until('four calls', () => office.to('single-window').length >= 4);
  assert.equal(office.to('single-window').length, 4);
  assert.equal((await stateOf(stand, 'single-window')).openJobs, 12);
});

test('of many questions at once five fail, and no sixth goes out', async () => {
  await using world = await start(['tariff']);
  const { office, stand } = world;
  office.react = () => down;
  const movement = landedMovement(office);
  const [item] = movement.notice.items;
  assert.ok(item);
  const items = Array.from({ length: 40 }, (_, index) => ({
    ...item,
    sequence: index + 1,
    hsCode: String(100_000 + index),
    grossMassKg: 1,
    netMassKg: 1,
  }));
  const { message, answer } = await stand
    .seat('TG')
    .send('TransitNotice', { ...movement.notice, items }, { movementVersion: 1 });
  assert.equal(answer.status, 202, answer.text);
  assert.ok(message);
  await office.until('five calls', (calls) => calls.length >= 5);
  await stand.advance(20);
  assert.equal(office.calls.length, 5);
  assert.deepEqual(await stateOf(stand, 'tariff'), { name: 'tariff', breaker: 'open', openJobs: 40 });
});

test('when the books fail an answer, the question is put again a second later, without anybody asking', async () => {
  await using world = await start(['single-window']);
  const { office, stand } = world;
  office.react = () => ({ status: 403 });
  await using books = await connected(stand.database);
  await books.client.query('alter table service_silence rename to elsewhere');
  await announced(world);
  await stand.logged(/Failed to keep a job/);
  await books.client.query('alter table elsewhere rename to service_silence');
  await stand.advance(1);
  await untilOpen(stand, 'single-window', 0);
  assert.equal((await warnings(stand, 'TG', 'service-silent', 1)).length, 1);
});

async function connected(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
