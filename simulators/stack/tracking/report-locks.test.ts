import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import type { Message } from '../../../profile/messages/message.ts';
import { inTransaction } from '../database/transaction.ts';
import { newMovement } from '../testing/journey.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { taken } from './testing/codec8.ts';
import { newImei, onRoad, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WAITING =
  'select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('locks_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('a device that is attached while a report of it is taken stays attached', async () => {
  const imei = newImei();
  await stand.register(imei);
  const link = await stand.connected(imei);
  const pool = new Pool({ connectionString: server.otherDatabase('locks_tracking') });
  const office = await pool.connect();
  await office.query('begin');
  await office.query("update tracking_device set state = 'ATTACHED' where device_id = $1", [imei]);
  const answer = stand.report(link, { at: Date.now() - MINUTE, lat: 6, lon: 1 });
  await isBlocked(pool);
  await office.query('commit');
  assert.equal(await answer, taken(1));
  office.release();
  await pool.end();
  link.close();
  assert.equal((await stand.device(imei)).state, 'ATTACHED');
});

test('a report waits for no movement on which its device was at another time', async () => {
  const imei = newImei();
  await stand.register(imei);
  const past = await stand.truck(imei, { at: Date.now() - 2 * HOUR });
  await stand.assign(past, { action: 'DETACH', deviceId: imei, at: Date.now() - HOUR });
  const movement = await stand.truck(imei);
  const link = await stand.connected(imei);
  const pool = new Pool({ connectionString: server.otherDatabase('locks_tracking') });
  const act = (): Promise<boolean> => {
    const answered = stand.report(link, onRoad(movement, 10, { at: Date.now() })).then(() => false);
    return Promise.race([answered, isBlocked(pool)]);
  };
  const waited = await inTransaction(pool, [past.reference], { act });
  await pool.end();
  link.close();
  assert.equal(waited, false);
});

test('of two offices that attach one device of a guest platform at once, one is refused', async () => {
  const deviceId = newImei();
  const movements = [newMovement(), newMovement()];
  for (const movement of movements) await stand.stand.announce(movement);
  const pool = new Pool({ connectionString: server.otherDatabase('locks_tracking') });
  const books = await pool.connect();
  await books.query('begin; lock table tracking_assignment in share mode'); // to be read, not to be written
  const at = Date.now() - MINUTE;
  const attaching = movements.map((movement) =>
    stand.assign(movement, { action: 'ATTACH', platform: 'TRK-NE', deviceId, at }),
  );
  const answered = Promise.all(attaching);
  await Promise.race([answered, isBlocked(pool, 2)]);
  await books.query('commit');
  books.release();
  await pool.end();
  const messages = await answered;
  const refused = await refusals(movements.map(({ reference }) => reference));
  assert.equal(refused.length, 1);
  assert.deepEqual(refused[0]?.codes, ['DEVICE_IN_USE']);
  assert.ok(messages.includes(refused[0]?.message ?? ''));
});

/** What Togo is refused of these movements. */
async function refusals(references: readonly string[]) {
  const { body } = await stand.stand.seat('TG').request('GET', '/v0/participants/TG/messages?after=0');
  const errors = (body.messages as { message: Message }[])
    .map(({ message }) => message)
    .filter(
      ({ messageType, payload }) =>
        messageType === 'AT92' && references.includes(String(payload['transitReference'])),
    );
  return errors.map(({ correlationId, payload }) => ({
    message: correlationId,
    codes: (payload['findings'] as { code: string }[]).map(({ code }) => code),
  }));
}

/** Ends when so many wait for a lock. */
async function isBlocked(pool: Pool, many = 1): Promise<true> {
  while (!pool.ended) {
    const { rowCount } = await pool.query(WAITING);
    if ((rowCount ?? 0) >= many) return true;
  }
  return true;
}
