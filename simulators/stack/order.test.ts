import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { depart, newMovement, passBorders } from './testing/journey.ts';
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

const advance = (seat: Seat, seconds: number) =>
  seat.request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds }));

test('a passage that overtakes the notice waits for notice and release, and takes effect once', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  const movement = newMovement();
  await passBorders({ TG: tg, BF: bf }, movement);
  assert.equal((await tg.request('GET', `/v0/movements/${movement.reference}`)).status, 404);
  await depart({ TG: tg }, movement);
  const { body } = await tg.request('GET', `/v0/movements/${movement.reference}`);
  assert.equal(body.state, 'IN_TRANSIT');
  assert.deepEqual(
    body.events.map(({ messageType }: { messageType: string }) => messageType).sort(),
    ['AT01', 'AT02', ...movement.passages.map(() => 'AT05')].sort(),
  );
  await bf.until('the passage of TG', (all) => all.some(({ message }) => message.messageType === 'AT05'));
  assert.deepEqual(bf.types(), ['AT01', 'AT02', 'AT05']);
});

test('when the notice never comes, the hub asks the country of departure and believes its answer', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  const [unknown, lost] = [newMovement(), newMovement()];
  for (const movement of [unknown, lost]) {
    const entry = movement.passages.find(({ office }) => office.startsWith('BF'));
    await bf.send('BorderPassage', entry ?? {}, { originSeq: 1 });
  }
  await advance(bf, 15 * 60 + 1);
  const asked = await tg.until('two queries', (all) => all.length === 2);
  for (const { message } of asked) {
    const found = (message.payload['by'] as { transitReference: string }).transitReference === lost.reference;
    const movement = {
      transitReference: lost.reference,
      state: 'RELEASED',
      movementVersion: 2,
      limitDate: lost.release.limitDate,
      notice: lost.notice,
    };
    const payload = found ? { outcome: 'FOUND', movement } : { outcome: 'REJECTED', rejection: 'UNKNOWN' };
    const links = { recipient: 'hub', correlationId: message.messageId };
    const { answer } = await tg.send('MovementResponse', payload, links);
    assert.equal(answer.status, 202, answer.text);
  }
  const { message: error } = await bf.first('FunctionalError');
  assert.deepEqual(
    (error.payload['findings'] as { code: string; pointer: string }[]).map(({ code, pointer }) => [
      code,
      pointer,
    ]),
    [['UNKNOWN_MOVEMENT', '/payload/transitReference']],
  );
  const { body } = await tg.request('GET', `/v0/movements/${lost.reference}`);
  assert.deepEqual([body.state, body.movementVersion], ['IN_TRANSIT', 2]);
});

test('a version that skips a number waits for it; after five minutes the country of departure is asked', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  const movement = newMovement();
  await tg.send('TransitNotice', movement.notice, { movementVersion: 1 });
  const amended = { ...movement.notice, status: 'AMENDED' };
  await tg.send('TransitNotice', amended, { movementVersion: 3 });
  const version = async () =>
    (await tg.request('GET', `/v0/movements/${movement.reference}`)).body.movementVersion;
  assert.equal(await version(), 1);
  await advance(tg, 5 * 60 + 1);
  await tg.first('MovementQuery');
  assert.equal((await tg.first('FindingNotice')).message.payload['kind'], 'version-gap');
  await tg.send('DepartureRelease', movement.release, { movementVersion: 2 });
  assert.equal(await version(), 3);
  await bf.until('all three', (all) => all.length === 3);
  assert.deepEqual(bf.types(), ['AT01', 'AT02', 'AT01']);
});

test('an early arrival and a discharge that waits for its version take effect as they were received', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using bf = await Seat.start('BF', stack.url);
  const movement = newMovement();
  const { arrivedAt } = movement.arrival;
  const controlResult = { controlledAt: arrivedAt, result: 'A1', differences: [] };
  await tg.send('TransitNotice', movement.notice, { movementVersion: 1 });
  await bf.send('ArrivalNotice', { ...movement.arrival, controlResult }, { originSeq: 1 });
  await tg.send('DischargeNotice', movement.discharge, { movementVersion: 3 });
  await tg.send('DepartureRelease', movement.release, { movementVersion: 2 });
  const { body } = await tg.request('GET', `/v0/movements/${movement.reference}`);
  assert.deepEqual([body.state, body.movementVersion], ['DISCHARGED', 3]);
});

test('a country off the road is not asked for the truck, and hears nothing of it', async () => {
  await using stack = await StackProcess.start('--database', freshDatabase());
  await using tg = await Seat.start('TG', stack.url);
  await using ne = await Seat.start('NE', stack.url);
  const movement = newMovement();
  await depart({ TG: tg }, movement);
  await advance(tg, 60 * 24 * 3600);
  const enquiredAt = new Date().toISOString();
  const respondBy = new Date(Date.parse(enquiredAt) + 28 * 24 * 3_600_000).toISOString();
  const office = movement.release.office;
  const payload = {
    transitReference: movement.reference,
    office,
    enquiredAt,
    reason: 'Retard',
    respondBy,
    contact: 'Apurement',
  };
  const { answer } = await tg.send('EnquiryRequest', payload, { movementVersion: 3, recipient: 'NE' });
  assert.equal(answer.status, 202, answer.text);
  const { message: error } = await tg.first('FunctionalError');
  assert.deepEqual(
    (error.payload['findings'] as { code: string; pointer: string }[]).map(({ code, pointer }) => [
      code,
      pointer,
    ]),
    [['OFF_ROUTE', '/recipient']],
  );
  assert.deepEqual(ne.types(), []);
});
