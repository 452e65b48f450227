import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
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
  const waited = await inTransaction(pool, [past.reference], async () => {
    const answered = stand.report(link, onRoad(movement, 10, { at: Date.now() })).then(() => false);
    return Promise.race([answered, isBlocked(pool)]);
  });
  await pool.end();
  link.close();
  assert.equal(waited, false);
});

/** Ends when somebody waits for a lock. */
async function isBlocked(pool: Pool): Promise<true> {
  while (!pool.ended) {
    const { rowCount } = await pool.query(WAITING);
    if (rowCount) return true;
  }
  return true;
}
