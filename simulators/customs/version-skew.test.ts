import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { post } from './testing/raw-exchanges.ts';
import { startSeat } from './testing/seats.ts';

test('a seat takes in what a later version adds, and refuses by name what it must not ignore', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF' });
  const { reference, notice } = exampleMovement(1);
  const deliver = (mandatory: boolean) => {
    const extensions = { '0.2:fictiveField': { mandatory, content: [1.5, null] } };
    return post(burkina.baseUrl, JSON.stringify(togo.compose('TransitNotice', notice, { extensions })));
  };
  const refused = await deliver(true);
  assert.equal(refused.status, 422);
  assert.deepEqual(
    JSON.parse(refused.text).payload.findings.map(({ code, pointer }: Record<string, string>) => [
      code,
      pointer,
    ]),
    [['UNKNOWN_MANDATORY', '/extensions/0.2:fictiveField']],
  );
  assert.equal(burkina.received(reference).length, 0);
  assert.equal((await deliver(false)).status, 202);
  const [{ message } = assert.fail('nothing received')] = burkina.received(reference);
  assert.deepEqual(message.extensions, { '0.2:fictiveField': { mandatory: false, content: [1.5, null] } });
});

test('a seat that moves takes deliveries at its new address only, and registers it', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const old = togo.baseUrl;
  await togo.moveTo('/new');
  assert.equal(togo.baseUrl, `${old}/new`);
  const message = JSON.stringify(burkina.compose('TransitNotice', exampleMovement(2).notice));
  assert.equal((await post(old, message)).status, 404);
  assert.equal((await post(togo.baseUrl, message)).status, 202);
  await togo.moveTo('');
  assert.equal((await post(old, message)).status, 202);
});

test('what is ordered about one movement leaves deliveries about others alone', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const [one, other] = [exampleMovement(3), exampleMovement(4)];
  burkina.misbehave({ kind: 'status', status: 503 }, 2, one.reference);
  const sent = async (notice: object) => (await togo.send('TransitNotice', notice)).status;
  assert.deepEqual(
    [await sent(other.notice), await sent(one.notice), await sent(one.notice), await sent(one.notice)],
    [202, 503, 503, 202],
  );
});
