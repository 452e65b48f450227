import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { StackProcess } from '../testing/stack-process.ts';
import { login, taken } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { honestDevice } from './testing/honest-device.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;
let pool: Pool;

before(async () => {
  server = await StackProcess.start();
  const database = server.otherDatabase('hostile_floods');
  stand = await TrackingStand.start(database);
  pool = new Pool({ connectionString: database });
});

after(async () => {
  await pool.end();
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Connections that send all that they have at a stroke, and read what comes back. */
async function flood(port: number, connections: number, bytes: Buffer): Promise<DeviceLink[]> {
  const links = await Promise.all(Array.from({ length: connections }, () => DeviceLink.to(port)));
  for (const link of links) link.send(bytes);
  return links;
}

/** 0x0200 of a telephone number that nobody registered. */
const STRANGER = Buffer.from(
  '7e0200001c0999999999990001000000000000000200632ea000124f80000000000000250101000000987e',
  'hex',
);
const MOST_MB = 150;

test('strangers that send thousands of whole frames are cut, and take the books away from nobody', {
  timeout: 60_000,
}, async () => {
  const honest = await honestDevice(stand);
  const before = stand.residentMb();
  const bytes = Buffer.concat(Array.from({ length: 2_000 }, () => STRANGER));
  const strangers = await flood(await stand.port('jt808'), 100, bytes);
  assert.equal(await honest.reports(), taken(1));
  for (const stranger of strangers) await stranger.cut();
  assert.ok(stand.residentMb() - before < MOST_MB, `${before} MB became ${stand.residentMb()} MB`);
  honest.close();
  await untilCounted('jt808', 100 * 32);
});

for (const [protocol, transport, message] of [
  ['teltonika', 'tcp', (imei: string) => Buffer.concat([login(imei), Buffer.alloc(65_536, 0xff)])],
  ['osmand', 'http', (imei: string) => Buffer.from(`GET /?id=${imei} HTTP/1.1\n\n`.repeat(20_000))],
] as const)
  test(`a device that shows signs of life without end does not fill the store for others: ${protocol}`, {
    timeout: 60_000,
  }, async () => {
    const honest = await honestDevice(stand);
    const imei = newImei();
    await stand.register(imei, protocol);
    const before = stand.residentMb();
    const links = await flood(await stand.port(protocol, transport), 20, message(imei));
    for (let round = 0; round < 10; round += 1) assert.equal(await honest.reports(), taken(1));
    assert.ok(stand.residentMb() - before < MOST_MB, `${before} MB became ${stand.residentMb()} MB`);
    for (const link of links) link.close();
    honest.close();
  });

/** Reports of strangers are counted a little later than they came: at least so many. */
async function untilCounted(protocol: string, least: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query('select reports::int from tracking_unknown where protocol = $1', [
      protocol,
    ]);
    if ((rows[0]?.reports ?? 0) >= least) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
