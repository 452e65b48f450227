import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { newImei, onRoad, type Told, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('assignments_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Why the hub refused an assignment, by the code told to its sender. */
async function refusalOf(country: string, messageId: string): Promise<string[]> {
  const arrivals = await stand.stand
    .seat(country)
    .until('the refusal', (all) =>
      all.some(({ message }) => message.messageType === 'AT92' && message.correlationId === messageId),
    );
  const found = arrivals.find(({ message }) => message.correlationId === messageId);
  const findings = (found?.message.payload['findings'] ?? []) as { code: string }[];
  return findings.map(({ code }) => code);
}

test('a device unknown to its platform cannot be attached', async () => {
  const movement = await stand.truck(await known());
  await stand.assign(movement, { action: 'DETACH', deviceId: last, at: Date.now() - 1000 });
  const id = await stand.assign(movement, { action: 'ATTACH', deviceId: newImei(), at: Date.now() });
  assert.deepEqual(await refusalOf('TG', id), ['UNKNOWN_DEVICE']);
});

let last = '';
async function known(): Promise<string> {
  last = newImei();
  await stand.register(last);
  return last;
}

test('a device on another open movement cannot be attached, and after its removal it can', async () => {
  const imei = await known();
  const first = await stand.truck(imei);
  const other = await stand.truck(await known());
  await stand.assign(other, { action: 'DETACH', deviceId: last, at: Date.now() - 2000 });
  const id = await stand.assign(other, { action: 'ATTACH', deviceId: imei, at: Date.now() - 1000 });
  assert.deepEqual(await refusalOf('TG', id), ['DEVICE_IN_USE']);
  await stand.assign(first, { action: 'DETACH', deviceId: imei, at: Date.now() - 500 });
  await stand.assign(other, { action: 'ATTACH', deviceId: imei, at: Date.now() });
  assert.equal((await stand.device(imei)).transitReference, other.reference);
});

test('a report belongs to the movement on which its device was when it recorded it', async () => {
  const imei = await known();
  const start = Date.now() - 5 * HOUR;
  const first = await stand.truck(imei, { at: start });
  await stand.assign(first, { action: 'DETACH', deviceId: imei, at: start + HOUR });
  const second = await stand.truck(imei, { at: start + 2 * HOUR });
  const link = await stand.connected(imei);
  await stand.report(link, onRoad(second, 50, { at: start + 3 * HOUR }));
  await stand.report(
    link,
    onRoad(first, 60, { at: start + HOUR / 2 }),
    onRoad(first, 61, { at: start + 90 * MINUTE }),
  );
  link.close();
  const ofFirst = (await stand.journey('TG', first)).positions.map(({ recordedAt }: Told) => recordedAt);
  const ofSecond = (await stand.journey('TG', second)).positions.map(({ recordedAt }: Told) => recordedAt);
  assert.deepEqual(ofFirst, [new Date(start + HOUR / 2).toISOString()]);
  assert.deepEqual(ofSecond, [new Date(start + 3 * HOUR).toISOString()]);
});

test('relieved at the border by the device of the neighbour, a journey has two parts and says what lay between', async () => {
  const imei = await known();
  const start = Date.now() - 3 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const own = newImei();
  await stand.register(own, 'teltonika', 'TRK-BF');
  await stand.assign(movement, { action: 'DETACH', deviceId: imei, at: start + HOUR, office: 'TG0CIN1' });
  await stand.assign(movement, {
    action: 'ATTACH',
    deviceId: own,
    platform: 'TRK-BF',
    office: 'BF0CIN1',
    at: start + HOUR + 25 * MINUTE,
  });
  const journey = await stand.journey('BF', movement);
  assert.deepEqual(journey.gaps, [
    {
      from: new Date(start + HOUR).toISOString(),
      until: new Date(start + HOUR + 25 * MINUTE).toISOString(),
      where: 'TG0CIN1',
    },
  ]);
  assert.deepEqual(
    journey.assignments.map(({ platform, deviceId }: { platform: string; deviceId: string }) => [
      platform,
      deviceId,
    ]),
    [
      ['TRK-TG', imei],
      ['TRK-BF', own],
    ],
  );
  const refused = await stand.stand.seat('ML').request('GET', `/v0/journeys/${movement.reference}`);
  assert.equal(refused.status, 403);
});

test('a gap that lasts has no end, and there is none when the truck has arrived', async () => {
  const imei = await known();
  const start = Date.now() - 3 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  await stand.assign(movement, { action: 'DETACH', deviceId: imei, at: start + HOUR, office: 'TG0CIN1' });
  assert.deepEqual((await stand.journey('BF', movement)).gaps, [
    { from: new Date(start + HOUR).toISOString(), where: 'TG0CIN1' },
  ]);
  await stand.stand.send('BF', 'ArrivalNotice', { ...movement.arrival, arrivedAt: new Date().toISOString() });
  assert.deepEqual((await stand.journey('BF', movement)).gaps, []);
});

test('the end of a movement frees its device from the instant that its message names', async () => {
  const imei = await known();
  const start = Date.now() - 5 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const endedAt = new Date(start + 2 * HOUR).toISOString();
  const cancellation = {
    transitReference: movement.reference,
    reason: 'Annulation fictive',
    decidedAt: endedAt,
  };
  const { office } = movement.release;
  await stand.stand.send('TG', 'CancellationNotice', { ...cancellation, office }, { movementVersion: 3 });
  const { state, transitReference } = await stand.device(imei);
  assert.deepEqual([state, transitReference], ['UNASSIGNED', undefined]);
  const [assignment] = (await stand.journey('TG', movement)).assignments;
  assert.equal(assignment.until, endedAt);
  const link = await stand.connected(imei);
  await stand.report(
    link,
    onRoad(movement, 40, { at: start + HOUR }),
    onRoad(movement, 90, { at: start + 3 * HOUR }),
  );
  link.close();
  const { positions } = await stand.journey('TG', movement);
  assert.deepEqual(
    positions.map(({ recordedAt }: Told) => recordedAt),
    [new Date(start + HOUR).toISOString()],
  );
});

test('a relief in one message leaves no gap', async () => {
  const imei = await known();
  const start = Date.now() - 3 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const own = newImei();
  await stand.register(own, 'teltonika', 'TRK-BF');
  await stand.assign(movement, {
    action: 'TRANSFER',
    deviceId: own,
    platform: 'TRK-BF',
    office: 'BF0CIN1',
    at: start + HOUR,
    replaces: { platform: 'TRK-TG', deviceId: imei },
  });
  const journey = await stand.journey('BF', movement);
  assert.deepEqual(journey.gaps, []);
  assert.equal((await stand.device(imei)).state, 'DETACHED');
  assert.equal((await stand.device(own, 'TRK-BF')).state, 'ATTACHED');
});

test('a device that is not heard any more is told silent by the clock of the stack, and is active when it speaks', async () => {
  const imei = await known();
  const movement = await stand.truck(imei);
  const link = await stand.connected(imei);
  await stand.report(link, onRoad(movement, 30, { at: Date.now() - 1000 }));
  await stand.stand.advance(44 * 60);
  assert.equal((await stand.device(imei)).state, 'ACTIVE');
  await stand.stand.advance(2 * 60);
  const told = await stand.until('TG', movement, 'the silence', (all) =>
    all.some(({ alert }) => alert === 'DEVICE_SILENT'),
  );
  assert.deepEqual(
    told.map(({ alert, kind, deviceSeq }) => [alert ?? kind, deviceSeq]),
    [
      ['POSITION', 1],
      ['DEVICE_SILENT', 2],
    ],
  );
  assert.equal((await stand.device(imei)).state, 'SILENT');
  await stand.report(link, onRoad(movement, 31, { at: Date.now() + 45 * MINUTE }));
  link.close();
  assert.equal((await stand.device(imei)).state, 'ACTIVE');
  const { deviceStates } = await stand.journey('TG', movement);
  assert.deepEqual(
    deviceStates.map(({ state }: { state: string }) => state),
    ['ATTACHED', 'ACTIVE', 'SILENT', 'ACTIVE'],
  );
});
