import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Arrival } from '../testing/seat.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { packet } from './testing/codec8.ts';
import { newImei, onRoad, type Told, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('killed_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

interface Truck {
  readonly imei: string;
  readonly movement: Awaited<ReturnType<TrackingStand['truck']>>;
}

/** A device that reports as fast as it is answered until its connection breaks; the instants that were acknowledged. */
async function reportUntilCut({ imei, movement }: Truck, start: number, seen: () => void) {
  const link = await stand.connected(imei);
  const acknowledged: string[] = [];
  for (let index = 0; !link.socket.destroyed; index += 1) {
    const at = start + index * 1000;
    link.send(packet([onRoad(movement, 10 + index * 0.01, { at, speedKmh: 40 })]));
    const answer = await link.answer(4).catch(() => null);
    if (!answer) break;
    acknowledged.push(new Date(at).toISOString());
    seen();
  }
  return acknowledged;
}

test('killed under traffic, the stack has every report that it acknowledged, and tells each event once', async () => {
  const start = Date.now() - 5 * HOUR;
  const devices = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const imei = newImei();
      await stand.register(imei);
      return { imei, movement: await stand.truck(imei, { at: start }) };
    }),
  );
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let count = 0;
  const seen = (): void => {
    count += 1;
    if (count === 300) resolve();
  };
  const reporting = devices.map((truck) => reportUntilCut(truck, start, seen));
  await enough;
  await stand.stand.restart();
  const acknowledged = await Promise.all(reporting);
  for (const [index, { movement, imei }] of devices.entries()) {
    const { positions } = await stand.journey('TG', movement);
    const kept = new Set(positions.map(({ recordedAt }: Told) => recordedAt));
    assert.deepEqual(
      (acknowledged[index] ?? []).filter((instant) => !kept.has(instant)),
      [],
    );
    const link = await stand.connected(imei);
    await stand.report(link, onRoad(movement, 200, { at: start + 4 * HOUR, event: 2, io: { 2: 1 } }));
    link.close();
    await stand.until('TG', movement, 'the door', (all) => all.some(({ alert }) => alert === 'DOOR_OPEN'));
    const told = await toldOf(movement.reference);
    assert.ok(told.length >= 2);
    const numbers = told.map(({ deviceSeq }) => deviceSeq);
    assert.deepEqual(
      numbers,
      told.map((_, nth) => nth + 1),
    );
    assert.equal(new Set(told.map(({ eventId }) => eventId)).size, told.length);
  }
});

/** All events of a movement that were ever queued for the country of departure, before the power cut and after it, in order. */
async function toldOf(reference: string): Promise<{ eventId: string; deviceSeq: number }[]> {
  const { body } = await stand.stand.seat('TG').request('GET', '/v0/participants/TG/messages?after=0');
  return body.messages
    .map(({ message }: { message: Arrival['message'] }) => message)
    .filter(
      ({ messageType, payload }: Arrival['message']) =>
        messageType === 'AT17' && payload['transitReference'] === reference,
    )
    .map(({ payload }: Arrival['message']) => payload);
}
