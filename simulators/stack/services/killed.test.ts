import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { landedMovement, serviceStands, untilOpen } from './testing/service-stand.ts';

const start = serviceStands();
const KILLS = 4;

test('killed again and again while services answer, the stack tells every contradiction once and loses none', async () => {
  await using world = await start(['vehicle-register', 'guarantee-register-tg']);
  const { office, stand } = world;
  office.react = (call) => {
    const honest = office.honest(call) as { status: number; body?: object };
    return call.service === 'vehicle-register'
      ? { status: 200, body: { ...honest.body, status: 'SUSPENDED' } }
      : honest;
  };
  const movements: Movement[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const batch = Array.from({ length: 8 }, () => landedMovement(office, 'reservable'));
    for (const movement of batch) {
      await stand.announce(movement);
      await stand.seat('TG').send('GuaranteeRequest', movement.guarantee.reserve ?? {}, { recipient: 'hub' });
    }
    movements.push(...batch);
    await office.until('some more calls', (calls) => calls.length > kill * 16);
    await stand.restart();
  }
  await untilOpen(stand, 'vehicle-register', 0);
  await untilOpen(stand, 'guarantee-register-tg', 0);
  for (const movement of movements) {
    const { vehicle } = movement.notice;
    const told = await toldOf(world.stand, movement);
    assert.deepEqual(
      [...new Set(told.contradictions)].length,
      told.contradictions.length,
      'no contradiction is told twice',
    );
    assert.equal(told.contradictions.length, vehicle.trailerPlate ? 2 : 1);
    assert.equal(told.results, 1);
  }
  assert.equal(office.reserved.size, movements.length);
});

/** What is queued for Togo about a movement, once each by message id. */
async function toldOf(
  stand: Awaited<ReturnType<typeof start>>['stand'],
  { reference }: Movement,
): Promise<{ contradictions: string[]; results: number }> {
  const { body } = await stand.seat('TG').request('GET', '/v0/participants/TG/messages?after=0&limit=500');
  const about = (body.messages as { message: { messageType: string; payload: Record<string, unknown> } }[])
    .map(({ message }) => message)
    .filter(({ payload }) => payload['transitReference'] === reference);
  return {
    contradictions: about
      .filter(({ payload }) => payload['kind'] === 'service-contradiction')
      .map(({ payload }) => String(payload['detail'])),
    results: about.filter(({ messageType }) => messageType === 'AT15').length,
  };
}
