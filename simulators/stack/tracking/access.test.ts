import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('access_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** What somebody is answered: the status, then the code of the problem. @param seat null: it does not say who it is */
async function answered(url: string, seat: string | null, init: RequestInit = {}): Promise<string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (seat !== null) headers['corridor-seat'] = seat;
  const answer = await fetch(url, { ...init, headers });
  const text = await answer.text();
  const { code = '' } = (text === '' ? {} : JSON.parse(text)) as { code?: string };
  return `${answer.status} ${code}`.trim();
}

/** A truck on its way from Togo to Burkina Faso, with a device of the Togolese platform. */
async function truck() {
  const imei = newImei();
  await stand.register(imei);
  return { imei, movement: await stand.truck(imei) };
}

test('a journey is published to its itinerary and to the platforms with a device on it, and to no other', async () => {
  const { movement } = await truck();
  const url = `${stand.url}/v0/journeys/${movement.reference}`;
  assert.equal(await answered(url, 'BF'), '200');
  assert.equal(await answered(url, 'TRK-TG'), '200');
  for (const stranger of ['ML', 'TRK-BF', 'TRK-ML', null])
    assert.equal(await answered(url, stranger), '403 NOT_AUTHORISED', `${stranger}`);
});

test('a device is published to the country of its platform and to the itinerary of its movement', async () => {
  const { imei, movement } = await truck();
  const url = `${stand.url}/v0/tracking/devices/TRK-TG/${imei}`;
  for (const seat of ['TG', 'BF']) assert.equal(await answered(url, seat), '200', seat);
  for (const stranger of ['ML', 'TRK-BF', null])
    assert.equal(await answered(url, stranger), '403 NOT_AUTHORISED', `${stranger}`);
  await stand.assign(movement, { action: 'DETACH', deviceId: imei, at: Date.now() - 1000 });
  assert.equal(await answered(url, 'TG'), '200');
  assert.equal(await answered(url, 'BF'), '403 NOT_AUTHORISED');
});

const registration: RequestInit = { method: 'PUT', body: '{"protocol":"teltonika","zoneMinutes":0}' };

test('a device is registered without a word, by any seat, and by nobody who does not say who it is', async () => {
  const url = `${stand.url}/v0/tracking/devices/TRK-BF/${newImei()}`;
  assert.equal(await answered(url, null, registration), '403 NOT_AUTHORISED');
  assert.equal(await answered(url, 'BF'), '404 NOT_FOUND');
  const headers = { 'corridor-seat': 'ML', 'content-type': 'application/json' };
  const answer = await fetch(url, { ...registration, headers });
  assert.equal(answer.status, 204);
  assert.equal(await answer.text(), '');
  assert.equal(await answered(url, 'BF'), '200');
});

test('in production only the country of the platform registers a device', async () => {
  const database = server.otherDatabase('access_production');
  await using production = await StackProcess.start('--database', database, '--environment', 'production');
  const url = `${production.url}/v0/tracking/devices/TRK-BF/${newImei()}`;
  assert.equal(await answered(url, 'TG', registration), '403 NOT_AUTHORISED');
  assert.equal(await answered(url, 'BF', registration), '204');
});
