import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { GuaranteeResultPayload } from '../../../profile/messages/guarantee-result.ts';
import type { Stand } from '../testing/stand.ts';
import { refusal, silence } from './testing/back-office.ts';
import {
  landedMovement,
  type ServiceStand,
  serviceStands,
  stateOf,
  untilOpen,
  warnings,
} from './testing/service-stand.ts';

const start = serviceStands();
const REGISTER = 'guarantee-register-tg';

/** Sends a request to the hub's register; what becomes of it when it is answered. */
async function request(
  stand: Stand,
  country: string,
  payload: object,
): Promise<() => Promise<GuaranteeResultPayload>> {
  const { message, answer } = await stand
    .seat(country)
    .send('GuaranteeRequest', payload, { recipient: 'hub' });
  assert.equal(answer.status, 202, answer.text);
  const { messageId } = message;
  const isAnswer = ({
    message: { correlationId },
  }: {
    message: { correlationId?: string | undefined };
  }): boolean => correlationId === messageId;
  return async () => {
    const arrivals = await stand.seat(country).until('a result', (all) => all.some(isAnswer));
    return arrivals.find(isAnswer)?.message.payload as unknown as GuaranteeResultPayload;
  };
}

const reserve = async (stand: Stand, { guarantee }: Movement, changes: object = {}) =>
  (await request(stand, 'TG', { ...guarantee.reserve, ...changes }))();

const keyOf = ({ notice, reference }: Movement): string => `${notice.guarantee.reference} ${reference}`;

/** A movement that was released under a reservation of the register outside. */
async function released({ office, stand }: ServiceStand): Promise<Movement> {
  const movement = landedMovement(office, 'reservable');
  const { reservationId } = await reserve(stand, movement);
  await stand.announce(movement);
  await stand.release(movement, { reservationId });
  assert.equal((await stand.entry(movement)).state, 'RELEASED');
  return movement;
}

const cancel = (stand: Stand, movement: Movement, version: number) =>
  stand.send(
    'TG',
    'CancellationNotice',
    {
      transitReference: movement.reference,
      office: movement.notice.itinerary.legs[0]?.office,
      decidedAt: new Date().toISOString(),
      reason: 'essai',
    },
    { movementVersion: version },
  );

test('the register outside decides: what it reserves is released under, what it refuses is refused', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = await released(world);
  const [call] = office.calls;
  assert.equal(call?.method, 'PUT');
  assert.equal(call?.accessCode, movement.guarantee.accessCode);
  const { amount, holderTaxId, countries } = movement.guarantee.reserve ?? {};
  assert.deepEqual(JSON.parse(call?.body ?? ''), { amount, holderTaxId, countries });
  const again = await reserve(stand, movement);
  assert.deepEqual(
    [again.accepted, again.reservationId],
    [true, office.reserved.get(keyOf(movement))?.reservationId],
  );
  for (const [status, type] of [
    [422, 'G03'],
    [409, 'INSUFFICIENT'],
    [403, 'nothing'],
  ] as const) {
    office.react = () => refusal(status, type);
    const refused = await reserve(stand, landedMovement(office, 'reservable'));
    assert.deepEqual([refused.accepted, refused.reasons], [false, [type === 'nothing' ? 'G05' : type]]);
  }
  assert.equal(
    (await stand.seat('TG').request('GET', `/v0/guarantees/${movement.notice.guarantee.reference}`)).status,
    404,
  );
});

test('without a reservation of the register outside nothing is released', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  await stand.announce(movement);
  await stand.release(movement, { reservationId: '5b0d8d1e-0000-4000-8000-000000000001' });
  const refused = await stand.seat('TG').first('FunctionalError');
  assert.match(refused.text, /GUARANTEE_NOT_RESERVED/);
});

test('a register that is silent for a minute: refused, and what it may have reserved is given back when it hears again', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  office.react = (call) => {
    if (call.method === 'PUT') office.honest(call); // it takes effect, and nobody learns of it
    return silence;
  };
  const result = await request(stand, 'TG', movement.guarantee.reserve ?? {});
  await office.until('the call', (calls) => calls.length > 0);
  await stand.advance(30);
  await stand.advance(30);
  const { accepted, reasons, reservationId } = await result();
  assert.deepEqual([accepted, reasons, reservationId], [false, ['REGISTER_SILENT'], undefined]);
  assert.equal(office.reserved.size, 1);
  office.react = (call) => office.honest(call);
  await stand.restart();
  for (let minute = 0; minute < 3; minute += 1) await stand.advance(60);
  await untilOpen(stand, REGISTER, 0);
  assert.equal(office.reserved.size, 0);
  assert.equal(office.calls.at(-1)?.method, 'DELETE');
  assert.equal(office.calls.at(-1)?.accessCode, undefined);
  const second = await reserve(stand, movement);
  assert.equal(second.accepted, true);
  assert.equal(office.reserved.size, 1);
});

test('what is asked for again goes behind what is given back', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  office.react = () => ({ status: 503 });
  const first = await request(stand, 'TG', movement.guarantee.reserve ?? {});
  await office.until('the call', (calls) => calls.length > 0);
  await stand.advance(50);
  const second = await request(stand, 'TG', movement.guarantee.reserve ?? {});
  await stand.advance(10);
  assert.deepEqual((await first()).reasons, ['REGISTER_SILENT']);
  office.react = (call) => office.honest(call);
  const asked = office.calls.length;
  await stand.advance(30);
  assert.equal((await second()).accepted, true);
  assert.deepEqual(
    office.calls.slice(asked).map(({ method }) => method),
    ['DELETE', 'PUT'],
  );
  assert.equal(office.reserved.size, 1);
});

test('a reservation that stands is not given back when its repetition meets silence', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = await released(world);
  office.react = () => ({ status: 503 });
  const again = await request(stand, 'TG', movement.guarantee.reserve ?? {});
  await stand.advance(60);
  assert.deepEqual((await again()).reasons, ['REGISTER_SILENT']);
  office.react = (call) => office.honest(call);
  await stand.advance(60);
  await untilOpen(stand, REGISTER, 0);
  assert.equal(office.reserved.has(keyOf(movement)), true);
});

test('killed while the register is asked, the hub asks on with the access code, and keeps none of it after', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  office.react = () => silence;
  const result = await request(stand, 'TG', movement.guarantee.reserve ?? {});
  await office.until('the call', (calls) => calls.length > 0);
  office.react = (call) => office.honest(call);
  const before = stand.seat('TG');
  await stand.restart();
  await office.until('the call again', (calls) => calls.length > 1);
  assert.deepEqual(office.calls.at(-1), office.calls[0]);
  await untilOpen(stand, REGISTER, 0);
  assert.notEqual(stand.seat('TG'), before);
  assert.ok(result);
  await nowhere(stand, movement.guarantee.accessCode);
});

/** No row of any table holds the code. */
async function nowhere(stand: Stand, accessCode: string): Promise<void> {
  const client = new Client({ connectionString: stand.database });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of rows) {
      const { rows: found } = await client.query(`select * from "${name}" t where t::text like $1`, [
        `%"${accessCode}"%`,
      ]);
      assert.deepEqual(found, [], name);
    }
    assert.deepEqual((await client.query('select * from service_secret')).rows, []);
  } finally {
    await client.end();
  }
}

test('cancellation takes effect at once and is told to the register until it hears, beyond a day', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  await reserve(stand, movement);
  await stand.announce(movement);
  await office.goAway();
  const { messageId } = await cancel(stand, movement, 2);
  assert.equal((await stand.entry(movement)).state, 'CANCELLED');
  await stand.advance(86_400);
  const found = await warnings(stand, 'TG', 'service-silent', 1);
  assert.deepEqual(
    found.map(({ relatesTo }) => relatesTo),
    [messageId],
  );
  await stand.restart();
  await office.listen();
  for (let pause = 0; pause < 3; pause += 1) await stand.advance(300);
  await untilOpen(stand, REGISTER, 0);
  assert.equal(office.reserved.size, 0);
});

test('a reservation that is under way when its movement is cancelled does not stay', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  await stand.announce(movement);
  office.react = () => ({ status: 503 });
  const result = await request(stand, 'TG', movement.guarantee.reserve ?? {});
  await office.until('the call', (calls) => calls.length > 0);
  await cancel(stand, movement, 2);
  office.react = (call) => office.honest(call);
  await stand.advance(10);
  assert.equal((await result()).accepted, true);
  await untilOpen(stand, REGISTER, 0);
  assert.deepEqual(
    office.calls.slice(-2).map(({ method }) => method),
    ['PUT', 'DELETE'],
  );
  assert.equal(office.reserved.size, 0);
});

test('a query is put to the register and judged by what it says', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const { guaranteeReference, accessCode } = landedMovement(office, 'reservable').guarantee.register;
  const ask = async (changes: object) =>
    (
      await request(stand, 'NE', {
        operation: 'QUERY',
        guaranteeReference,
        accessCode,
        holderTaxId: 'FICTIF',
        countries: ['TG'],
        ...changes,
      })
    )();
  const good = await ask({});
  assert.deepEqual([good.accepted, good.availableAmount], [true, 1_000_000]);
  assert.equal(office.calls[0]?.accessCode, accessCode);
  const bad = await ask({ holderTaxId: 'AUTRE', countries: ['NE', 'TG'] });
  assert.deepEqual([bad.reasons, bad.countriesNotCovered], [['G04', 'COUNTRY_NOT_COVERED'], ['NE']]);
  office.react = () => refusal(422, 'G03');
  const wrong = await ask({});
  assert.deepEqual([wrong.reasons, wrong.availableAmount], [['G03'], undefined]);
});

test('what the guarantor does in its own register is refused by the hub; other guarantees stay with the hub', async () => {
  await using world = await start([REGISTER]);
  const { office, stand } = world;
  const movement = landedMovement(office, 'reservable');
  const result = await request(stand, 'TG', movement.guarantee.register);
  assert.deepEqual((await result()).reasons, ['G05']);
  assert.equal(office.calls.length, 0);
  assert.equal((await stateOf(stand, REGISTER)).openJobs, 0);
});
