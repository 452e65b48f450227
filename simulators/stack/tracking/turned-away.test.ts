import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { gt06 } from '../../tracking/protocols/gt06/gt06.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { login, packet } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;
let pool: Pool;

before(async () => {
  server = await StackProcess.start();
  const database = server.otherDatabase('turned_away');
  stand = await TrackingStand.start(database);
  pool = new Pool({ connectionString: database });
});

after(async () => {
  await pool.end();
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const LOGIN = Buffer.from('78780D01012345678901234500018CDD0D0A', 'hex');
const LOGIN_TAKEN = '787805010001d9dc0d0a';
const HEARTBEAT = Buffer.from('78780A134401040001000508450D0A', 'hex');
const HEARTBEAT_TAKEN = '787805130005afd50d0a';

/** CONNECT of MQTT 3.1.1 under this id, without a keep-alive. */
function connect(id: string): Buffer {
  const head = Buffer.from('00044d5154540402000000', 'hex');
  return Buffer.concat([
    Buffer.from([0x10, 12 + id.length]),
    head,
    Buffer.from([id.length]),
    Buffer.from(id),
  ]);
}

/** The same heartbeat under another number, with the bits of a supply that was cut. */
function alarming(): Buffer {
  const session = { deviceId: null, zoneMinutes: 0, udp: false, speaker: 'device' } as const;
  const { fields, ...content } = gt06.read(HEARTBEAT, session);
  return gt06.write({ ...content, fields: { ...fields, serial: 6, terminalInfo: 0x54 } }, session);
}

test('an alarm without position of a device that nobody registered is counted and not acknowledged: it keeps it', async () => {
  const link = await DeviceLink.to(await stand.port('gt06'));
  for (const frame of [LOGIN, alarming(), HEARTBEAT]) link.send(frame);
  assert.equal((await link.answer(10)).toString('hex'), HEARTBEAT_TAKEN);
  link.close();
  assert.deepEqual(await counted('gt06'), { reports: 1, device_id: '123456789012345' });
});

test('registered, it is acknowledged for the alarm that it sends again', async () => {
  await stand.register('123456789012345', 'gt06');
  const link = await DeviceLink.to(await stand.port('gt06'));
  for (const frame of [LOGIN, alarming()]) link.send(frame);
  assert.equal((await link.answer(10)).toString('hex'), LOGIN_TAKEN);
  assert.match((await link.answer(10)).toString('hex'), /^787805130006/);
  link.close();
  const { rows } = await pool.query("select content -> 'alerts' as alerts from tracking_report");
  assert.deepEqual(rows, [{ alerts: ['SEAL_TAMPER'] }]);
});

test('books that do not say whether a device is registered turn nobody away as a stranger, and the log tells', {
  timeout: 20_000,
}, async () => {
  const [mqtt, tcp] = await Promise.all([stand.port('mqtt', 'mqtt'), stand.port()]);
  await without('tracking_device', async () => {
    const client = await DeviceLink.to(mqtt);
    client.send(connect(newImei()));
    assert.equal((await client.answer(4)).toString('hex'), '20020003'); // server unavailable
    const link = await DeviceLink.to(tcp);
    link.send(login(newImei()));
    await link.cut();
  });
  const log = await stand.stand.logged(/Failed to look a device up/);
  assert.match(log, /"code":"42P01"/);
});

test('reports of strangers that cannot be counted now are counted later, and the log tells', {
  timeout: 20_000,
}, async () => {
  const imei = newImei();
  const link = await DeviceLink.to(await stand.port());
  await without('tracking_unknown', async () => {
    link.send(login(imei));
    assert.equal((await link.answer(1)).toString('hex'), '00');
    link.send(packet([{ at: Date.now(), lat: 6, lon: 1 }]));
    assert.equal((await link.answer(4)).toString('hex'), '00000000');
    await stand.stand.logged(/Failed to count the reports of strangers/);
  });
  assert.deepEqual(await counted('teltonika'), { reports: 1, device_id: imei });
  link.close();
});

/** The reports of strangers over a protocol, which are written a little later than they came. */
async function counted(protocol: string): Promise<object> {
  for (;;) {
    const text = 'select reports::int, device_id from tracking_unknown where protocol = $1';
    const [row] = (await pool.query(text, [protocol])).rows;
    if (row) return row;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** While the books lack a table. */
async function without(table: string, act: () => Promise<void>): Promise<void> {
  await pool.query(`alter table ${table} rename to hidden`);
  try {
    await act();
  } finally {
    await pool.query(`alter table hidden rename to ${table}`);
  }
}
