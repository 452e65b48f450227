import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { arriveAndEnd, depart, newMovement, passBorders } from './testing/journey.ts';
import { Seat } from './testing/seat.ts';
import { StackProcess } from './testing/stack-process.ts';

let stack: StackProcess;
const seats: Record<string, Seat> = {};

before(async () => {
  stack = await StackProcess.start();
  for (const country of ['TG', 'BF', 'ML', 'NE']) seats[country] = await Seat.start(country, stack.url);
});
after(async () => {
  for (const seat of Object.values(seats)) await seat[Symbol.asyncDispose]();
  await stack[Symbol.asyncDispose]();
});

const seat = (country: string): Seat => seats[country] as Seat;
const entry = async (movement: Movement) =>
  (await seat(movement.departureCountry).request('GET', `/v0/movements/${movement.reference}`)).body;
const advance = (seconds: number) =>
  seat('TG').request('POST', '/v0/test-clock/advance', JSON.stringify({ seconds }));

/** The answer of the register to a request of a seat. */
async function desk(country: string, payload: object) {
  const { message, answer } = await seat(country).send('GuaranteeRequest', payload, { recipient: 'hub' });
  assert.equal(answer.status, 202, answer.text);
  const arrived = await seat(country).until('a result', (all) =>
    all.some((arrival) => arrival.message.correlationId === message.messageId),
  );
  const found = arrived.find((arrival) => arrival.message.correlationId === message.messageId);
  return found?.message.payload as {
    accepted: boolean;
    reasons: string[];
    availableAmount?: number;
    reservationId?: string;
  };
}

test('two reservations at once never exceed what the guarantee has, and discharge gives it all back', async () => {
  const [first, second] = [1, 2].map(() =>
    newMovement('LOME-CINKANSE-OUAGADOUGOU', { guaranteeKind: 'reservable' }),
  );
  const { registrar, register, reserve } = (first as Movement).guarantee;
  assert.ok(reserve && register.terms);
  const opening = 1000;
  const registered = await desk(registrar, {
    ...register,
    terms: { ...register.terms, referenceAmount: opening },
  });
  assert.deepEqual([registered.accepted, registered.availableAmount], [true, opening]);
  const ask = (movement: Movement) =>
    desk('TG', { ...reserve, amount: 600, transitReference: movement.reference });
  const results = await Promise.all([ask(first as Movement), ask(second as Movement)]);
  assert.deepEqual(results.map(({ accepted }) => accepted).sort(), [false, true]);
  const won = results[0]?.accepted ? 0 : 1;
  const movement = [first, second][won] as Movement;
  const { guarantee, ...rest } = movement.notice;
  const notice = { ...rest, guarantee: { ...guarantee, reference: register.guaranteeReference } };
  const withReservation = { ...movement.release, reservationId: results[won]?.reservationId };
  await depart(seats, { ...movement, notice, release: withReservation } as Movement);
  await passBorders(seats, movement);
  const release = { ...reserve, operation: 'RELEASE', transitReference: movement.reference };
  delete (release as { amount?: number }).amount;
  assert.deepEqual((await desk('TG', release)).reasons, ['G05']);
  await arriveAndEnd(seats, movement);
  assert.equal((await entry(movement)).state, 'DISCHARGED');
  const again = await desk('TG', release);
  assert.deepEqual([again.accepted, again.availableAmount], [true, opening]);
});

test('an access code is nowhere in the database', async () => {
  const { registrar, register } = newMovement('LOME-CINKANSE-OUAGADOUGOU', {
    guaranteeKind: 'reservable',
  }).guarantee;
  const accessCode = 'ZQ7X';
  await desk(registrar, { ...register, accessCode });
  const client = new Client({ connectionString: stack.database });
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*)::int from message where position($1::bytea in bytes) > 0) as messages,
       (select count(*)::int from guarantee g where g::text like '%' || $2 || '%') as guarantees`,
    [Buffer.from(accessCode), accessCode],
  );
  await client.end();
  assert.deepEqual(rows, [{ messages: 0, guarantees: 0 }]);
});

test('a country that an authorised change brings onto the road first receives notice and release', async () => {
  const movement = newMovement('LOME-CINKANSE-OUAGADOUGOU');
  const other = newMovement('LOME-OUAGADOUGOU-NIAMEY-KANTCHARI');
  await depart(seats, movement);
  const { answer } = await seat('TG').send(
    'ItineraryChange',
    {
      transitReference: movement.reference,
      decision: 'AUTHORISED',
      office: movement.release.office,
      decidedAt: new Date(Date.now() - 60_000).toISOString(),
      reason: 'essai',
      itinerary: other.notice.itinerary,
    },
    { originSeq: 1 },
  );
  assert.equal(answer.status, 202, answer.text);
  const mine = () =>
    seat('NE').arrivals.filter(({ message }) => message.payload['transitReference'] === movement.reference);
  await seat('NE').until('three messages', () => mine().length === 3);
  assert.deepEqual(
    mine().map(({ message }) => message.messageType),
    ['AT01', 'AT02', 'AT04'],
  );
  assert.deepEqual((await entry(movement)).countries, ['TG', 'BF', 'NE']);
});

test('a country that comes back onto the road is told of the change, and not again of what it has', async () => {
  const movement = newMovement('LOME-OUAGADOUGOU-NIAMEY-KANTCHARI');
  const away = newMovement('LOME-CINKANSE-OUAGADOUGOU');
  await depart(seats, movement);
  let originSeq = 0;
  for (const { notice } of [away, movement]) {
    const payload = {
      transitReference: movement.reference,
      decision: 'AUTHORISED',
      office: movement.release.office,
      decidedAt: new Date(Date.now() - 60_000).toISOString(),
      reason: 'essai',
      itinerary: notice.itinerary,
    };
    originSeq += 1;
    const { answer } = await seat('TG').send('ItineraryChange', payload, { originSeq });
    assert.equal(answer.status, 202, answer.text);
  }
  const types = () =>
    seat('NE')
      .arrivals.filter(({ message }) => message.payload['transitReference'] === movement.reference)
      .map(({ message }) => message.messageType);
  await seat('NE').until('the second change', () => types().filter((type) => type === 'AT04').length === 2);
  assert.deepEqual(types(), ['AT01', 'AT02', 'AT04', 'AT04']);
});

test('during an announced unavailability nothing is attempted, and at its end all comes in order', async () => {
  const now = Date.now();
  const { answer } = await seat('ML').send(
    'ReferenceDataNotice',
    {
      country: 'ML',
      version: 1,
      effectiveFrom: new Date(now).toISOString(),
      content: {
        kind: 'UNAVAILABILITY',
        type: 'S',
        from: new Date(now - 1000).toISOString(),
        until: new Date(now + 3_600_000).toISOString(),
        fallback: 'téléphone',
      },
    },
    { recipient: 'all' },
  );
  assert.equal(answer.status, 202, answer.text);
  await seat('NE').first('ReferenceDataNotice');
  const before = seat('ML').arrivals.length;
  const movement = newMovement('LOME-OUAGADOUGOU-BAMAKO-KOURY');
  await depart(seats, movement);
  await seat('BF').until('the release', (all) =>
    all.some(
      ({ message }) =>
        message.messageType === 'AT02' && message.payload['transitReference'] === movement.reference,
    ),
  );
  assert.equal(seat('ML').arrivals.length, before);
  await advance(3_601);
  await seat('ML').until('both', (all) => all.length === before + 2);
  assert.deepEqual(seat('ML').types().slice(before), ['AT01', 'AT02']);
});

test('a reservation asked for again is judged like the first: by who asks, and for which countries', async () => {
  const { guarantee, reference } = newMovement('LOME-CINKANSE-OUAGADOUGOU', { guaranteeKind: 'reservable' });
  const { registrar, register, reserve } = guarantee;
  assert.ok(reserve);
  await desk(registrar, register);
  const held = await desk('TG', { ...reserve, transitReference: reference });
  const again = await desk('TG', { ...reserve, transitReference: reference });
  assert.equal(again.reservationId, held.reservationId);
  const abroad = { ...reserve, transitReference: reference, countries: [...(reserve.countries ?? []), 'NE'] };
  assert.deepEqual((await desk('TG', abroad)).reasons, ['COUNTRY_NOT_COVERED']);
  const stranger = await desk('BF', { ...reserve, transitReference: reference });
  assert.deepEqual([stranger.accepted, stranger.reasons], [false, ['G05']]);
});
