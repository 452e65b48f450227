import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CustomsSystem } from './customs-system.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { post } from './testing/raw-exchanges.ts';
import { startSeat } from './testing/seats.ts';

const WITHIN_MS = 5_000;

/** What the seat sent by itself, as its hub received it. */
async function answerAt(hub: CustomsSystem, name: string): Promise<Record<string, unknown>> {
  const received = await hub.next((each) => each.name === name, WITHIN_MS);
  assert.ok(received, `${name} was not sent`);
  return received.message.payload;
}

/** A message as the hub would deliver it to the seat; `from` plays every other country. */
async function deliver(to: CustomsSystem, message: object): Promise<void> {
  const { status, text } = await post(to.baseUrl, JSON.stringify(message));
  assert.equal(status, 202, text);
}

test('the country of departure answers a query from its own book, to those on the road only', async () => {
  await using mali = await startSeat({ country: 'ML' });
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const { reference, notice, release } = exampleMovement(1);
  await togo.send('TransitNotice', notice);
  await togo.send('DepartureRelease', release);

  const ask = (seat: CustomsSystem, by: object, scope: string) =>
    deliver(togo, seat.compose('MovementQuery', { by, scope, reason: 'contrôle' }, { recipient: 'TG' }));
  await ask(burkina, { transitReference: reference }, 'FULL');
  const full = (await answerAt(burkina, 'MovementResponse'))['movement'] as Record<string, unknown>;
  assert.deepEqual([full['state'], full['movementVersion']], ['RELEASED', 2]);
  assert.deepEqual(full['notice'], JSON.parse(JSON.stringify(notice)));
  assert.deepEqual(
    (full['events'] as { messageType: string }[]).map(({ messageType }) => messageType),
    ['AT02', 'AT01'],
  );

  await ask(mali, { plate: 'TG-1234-AB' }, 'STATUS');
  await ask(burkina, { seal: 'TGD-0001234' }, 'STATUS');
  await ask(burkina, { transitReference: exampleMovement(99).reference }, 'FULL');
  await togo.settled();
  const payloads = burkina.received(undefined, 'AT11').map(({ message }) => message.payload);
  assert.deepEqual(payloads.slice(1), [
    { outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' },
    {
      outcome: 'FOUND',
      movement: {
        transitReference: reference,
        state: 'RELEASED',
        movementVersion: 2,
        limitDate: '2026-12-01T00:00:00Z',
      },
    },
    { outcome: 'REJECTED', rejection: 'UNKNOWN' },
  ]);
});

test('an enquiry is answered by the book: no trace, results to follow, arrived and closed', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF', hub: togo.baseUrl });
  const { reference, notice, arrival, control, release } = exampleMovement(2);
  const enquiry = {
    ...{ transitReference: reference, office: release['office'], enquiredAt: '2026-11-21T07:00:00Z' },
    ...{ reason: 'sans nouvelles', respondBy: '2027-01-05T00:00:00Z', contact: 'bureau fictif' },
  };
  const ask = async () => deliver(burkina, togo.compose('EnquiryRequest', enquiry, { recipient: 'BF' }));
  await deliver(burkina, togo.compose('TransitNotice', notice));
  await ask();
  await burkina.settled();
  await burkina.send('ArrivalNotice', arrival);
  await ask();
  await burkina.settled();
  await burkina.send('ControlResult', control);
  await ask();
  await burkina.settled();
  const answers = togo.received(reference, 'EnquiryResponse').map(({ message }) => message.payload);
  const office = 'BF0OUA1';
  const text = 'Résultats du contrôle à suivre.';
  const arrivedAt = arrival['arrivedAt'];
  assert.deepEqual(answers, [
    { transitReference: reference, office, code: '1' },
    { transitReference: reference, office, code: '4', text, arrivedAt },
    { transitReference: reference, office, code: '3', arrivedAt },
  ]);
});

test('a movement that was silenced, and a seat that answers by hand, are left to the scenario', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF', hub: togo.baseUrl });
  const query = (reference: string) =>
    togo.compose(
      'MovementQuery',
      { by: { transitReference: reference }, scope: 'FULL', reason: 'contrôle' },
      { recipient: 'BF' },
    );
  burkina.silence(exampleMovement(1).reference);
  await deliver(burkina, query(exampleMovement(1).reference));
  await burkina.settled();
  burkina.autoAnswer = false;
  await deliver(burkina, query(exampleMovement(2).reference));
  await burkina.settled();
  assert.deepEqual(togo.received(), []);
  burkina.autoAnswer = true;
  await deliver(burkina, query(exampleMovement(3).reference));
  await burkina.settled();
  assert.equal(togo.received(undefined, 'MovementResponse').length, 1);
});

test('magic references do what the guide says, in a seat that was started with them', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF', hub: togo.baseUrl, magicReferences: true });
  await using sender = await startSeat({ country: 'TG', hub: burkina.baseUrl, answerTimeoutMs: 150 });
  const submit = async (number: number, times: number) => {
    const message = sender.compose('TransitNotice', exampleMovement(number).notice);
    const seen: unknown[] = [];
    for (let i = 0; i < times; i += 1) {
      const { status, fault } = await (i === 0 ? sender.submit(message) : sender.resend(message.messageId));
      seen.push(fault ?? status);
    }
    return seen;
  };
  assert.deepEqual(await submit(9001, 2), ['timeout', 'timeout']);
  assert.deepEqual(await submit(9002, 4), [503, 503, 202, 202]);
  assert.deepEqual(await submit(19_003, 2), [422, 422]);
  assert.deepEqual(await submit(9008, 2), ['reset', 202]);
  assert.deepEqual(await submit(90_010, 1), [202]);
  for (const [number, result] of [
    [9004, 'B1'],
    [9006, 'A1'],
  ] as const) {
    const { reference, notice, release } = exampleMovement(number);
    await sender.send('TransitNotice', notice);
    await sender.send('DepartureRelease', release);
    await burkina.settled();
    assert.equal(togo.received(reference, 'ArrivalNotice').length, 1);
    assert.equal(togo.received(reference, 'ControlResult')[0]?.message.payload['result'], result);
  }
});

test('a seat that was started without them treats magic references like any other', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  for (const number of [9001, 9002, 9003, 9008])
    assert.equal((await togo.send('TransitNotice', exampleMovement(number).notice)).status, 202);
});
