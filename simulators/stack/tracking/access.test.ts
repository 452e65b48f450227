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
  const { code = '' } = (await answer.json()) as { code?: string };
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
