import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { arriveAndEnd } from './testing/journey.ts';
import { at, newDevice, Tracked } from './testing/tracked.ts';

let tracked: Tracked;
before(async () => {
  tracked = await Tracked.start();
});
after(() => tracked[Symbol.asyncDispose]());

const seats = () => ({ TG: tracked.seat('TG'), BF: tracked.seat('BF') });

test('an assignment goes to the administrations on the road and to the platform that it names, once each', async () => {
  const movement = await tracked.departed();
  const { message, answer } = await tracked.assign(movement, newDevice());
  assert.equal(answer.status, 202);
  assert.deepEqual(await tracked.told(message), ['BF', 'TRK-NE']);
  const arrival = await tracked.seat('TRK-NE').first('DeviceAssignment');
  assert.deepEqual(arrival.message, message);
  const { body } = await tracked.seat('BF').request('GET', `/v0/movements/${movement.reference}`);
  const types = body.events.map(({ messageType }: { messageType: string }) => messageType);
  assert.deepEqual(types.sort(), ['AT01', 'AT02', 'AT16']);
  assert.equal(body.state, 'RELEASED');
});

test('a transfer goes to the platform of the device that is relieved as well', async () => {
  const movement = await tracked.departed();
  const [first, second] = [newDevice(), newDevice()];
  await tracked.assign(movement, first);
  const { message } = await tracked.assign(movement, second, {
    action: 'TRANSFER',
    platform: 'TRK-ML',
    office: 'BF0CIN1',
    at: at(movement, 30),
    replaces: { platform: 'TRK-NE', deviceId: first },
  });
  assert.equal(await tracked.refusal(message), null);
  assert.deepEqual(await tracked.told(message), ['TG', 'TRK-NE', 'TRK-ML']);
});

/** Changes to an assignment of a second device, and the refusal that it gets; the first device is `FIRST`. */
const refusals: readonly [what: string, changes: Record<string, unknown>, code: string, pointer: string][] = [
  ['a second device is attached', {}, 'DEVICE_ALREADY_ATTACHED', '/payload/action'],
  ['the truck is another', { plate: 'TG-9999-ZZ' }, 'VEHICLE_DIFFERS', '/payload/plate'],
  ['the office is not on the road', { office: 'BF0BOB1' }, 'OFF_ROUTE', '/payload/office'],
  ['the country is not on the road', { office: 'NE0NIA1' }, 'OFF_ROUTE', '/payload/office'],
  [
    'a device is taken off that was never on',
    { action: 'DETACH' },
    'DEVICE_NOT_ATTACHED',
    '/payload/deviceId',
  ],
  [
    'a device is relieved that was never on',
    { action: 'TRANSFER', replaces: { platform: 'TRK-NE', deviceId: 'FICTIF-0000000000' } },
    'DEVICE_NOT_ATTACHED',
    '/payload/replaces',
  ],
  [
    'the platform hosted by the hub does not know the device',
    { action: 'TRANSFER', platform: 'TRK-TG', replaces: { platform: 'TRK-NE', deviceId: 'FIRST' } },
    'UNKNOWN_DEVICE',
    '/payload/deviceId',
  ],
];

for (const [what, changes, code, pointer] of refusals) {
  test(`an assignment is refused with ${code} when ${what}, and told to nobody`, async () => {
    const movement = await tracked.departed();
    const first = newDevice();
    await tracked.assign(movement, first);
    const filled = JSON.parse(JSON.stringify(changes).replace('FIRST', first)) as Record<string, unknown>;
    const { message, answer } = await tracked.assign(movement, newDevice(), filled);
    assert.equal(answer.status, 202, answer.text);
    assert.deepEqual(await tracked.refusal(message), [code, pointer]);
    assert.deepEqual(await tracked.told(message), []);
  });
}

test('a device is on one open movement at a time, and free when the movement is discharged', async () => {
  const [one, other] = [await tracked.departed(), await tracked.departed()];
  const device = newDevice();
  await tracked.assign(one, device);
  const { message } = await tracked.assign(other, device);
  assert.deepEqual(await tracked.refusal(message), ['DEVICE_IN_USE', '/payload/deviceId']);
  await arriveAndEnd(seats(), one);
  assert.equal(await tracked.state(one), 'DISCHARGED');
  const { message: again } = await tracked.assign(other, device, { at: new Date().toISOString() });
  assert.equal(await tracked.refusal(again), null);
});

test('no device is attached to a movement that was cancelled', async () => {
  const movement = await tracked.departed();
  const { transitReference, office } = movement.release;
  const cancellation = { transitReference, office, reason: 'Fictif', decidedAt: at(movement, 5) };
  await tracked.seat('TG').send('CancellationNotice', cancellation, { movementVersion: 3 });
  const { message } = await tracked.assign(movement, newDevice());
  assert.deepEqual(await tracked.refusal(message), ['OUT_OF_SEQUENCE', '/messageType']);
});

test('a device goes with the goods onto the truck that they were reloaded to', async () => {
  const movement = await tracked.departed();
  await tracked.seat('BF').send('IncidentNotice', transhipment(movement), { originSeq: 1 });
  const { message } = await tracked.assign(movement, newDevice(), { plate: 'TG-7777-AA' });
  assert.equal(await tracked.refusal(message), null);
});

const transhipment = (movement: Movement) => ({
  transitReference: movement.reference,
  office: 'BF0CIN1',
  code: '3',
  occurredAt: at(movement, 5),
  status: 'OPEN',
  hold: false,
  place: { text: 'Point kilométrique fictif' },
  description: 'Transbordement fictif',
  newVehicle: { plate: 'TG-7777-AA', country: 'TG' },
});
