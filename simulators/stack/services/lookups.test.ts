import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusal, silence } from './testing/back-office.ts';
import { landedMovement, serviceStands, stateOf, untilOpen, warnings } from './testing/service-stand.ts';

const start = serviceStands();
const LOOKUPS = ['taxpayer-register', 'vehicle-register', 'single-window', 'tariff'] as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const allDone = async ({ stand }: Awaited<ReturnType<typeof start>>): Promise<void> => {
  for (const name of LOOKUPS) await untilOpen(stand, name, 0);
};

test('each question of a notice is asked once, under an id of its own, and agreement is told to nobody', async () => {
  await using world = await start(LOOKUPS);
  const { office, stand } = world;
  const movement = landedMovement(office);
  await stand.announce(movement);
  await allDone(world);
  const { vehicle, transportDocument, items, principal, consignee } = movement.notice;
  const expected = [
    ...[principal, consignee].flatMap(({ taxId }) => (taxId ? [`/taxpayers/${taxId}?year=2026`] : [])),
    `/vehicles/${encodeURIComponent(vehicle.plate)}?country=${vehicle.country}`,
    ...(vehicle.trailerPlate
      ? [`/vehicles/${encodeURIComponent(vehicle.trailerPlate)}?country=${vehicle.country}`]
      : []),
    `/manifests/bills/${encodeURIComponent(transportDocument.reference)}`,
    ...new Set(items.map(({ hsCode }) => hsCode)),
  ];
  const asked = office.calls.map(({ path }) => path.replace(/^\/tariff\/(\d+)\?on=.*$/, '$1'));
  assert.deepEqual(asked.sort(), [...new Set(expected)].sort());
  const ids = office.calls.map(({ requestId }) => requestId);
  assert.ok(ids.every((id) => UUID.test(id)));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(await stand.queued('TG', movement), []);
});

test('a notice repeated, or refused, asks nothing', async () => {
  await using world = await start(LOOKUPS);
  const { office, stand } = world;
  const movement = landedMovement(office);
  const message = await stand.announce(movement);
  await allDone(world);
  const asked = office.calls.length;
  await stand.seat('TG').submit(JSON.stringify(message));
  await stand.seat('BF').send('TransitNotice', landedMovement(office).notice, { movementVersion: 1 });
  await stand.advance(1);
  await allDone(world);
  assert.equal(office.calls.length, asked);
});

test('a contradiction is told once, to the country of departure, with service and place; nothing stops', async () => {
  await using world = await start(LOOKUPS);
  const { office, stand } = world;
  const movement = landedMovement(office);
  office.landed(movement, { packages: movement.notice.totalPackages + 1, containers: [] });
  office.react = (call) =>
    call.service === 'taxpayer-register' ? refusal(404, 'UNKNOWN_TAXPAYER') : office.honest(call);
  const { messageId } = await stand.announce(movement);
  await allDone(world);
  const questions = office.to('taxpayer-register').length;
  const found = await warnings(stand, 'TG', 'service-contradiction', questions + 1);
  assert.equal(found.length, questions + 1);
  assert.ok(
    found.every(
      ({ relatesTo, transitReference }) => relatesTo === messageId && transitReference === movement.reference,
    ),
  );
  const details = found.map(({ detail }) => detail);
  assert.ok(
    details.some((detail) =>
      /^taxpayer-register \/payload\/(principal|consignee)\/taxId: UNKNOWN_TAXPAYER$/.test(detail),
    ),
    details.join('\n'),
  );
  const bill = details.find((detail) => detail.startsWith('single-window'));
  assert.match(bill ?? '', /\/payload\/totalPackages: \d+ on the manifest/);
  if (movement.notice.containers.length > 0) assert.match(bill ?? '', /\/payload\/containers\/0\/number/);
  await stand.release(movement);
  assert.equal((await stand.entry(movement)).state, 'RELEASED');
  assert.ok(!(await stand.queued('BF', movement)).includes('AT93'));
});

test('nothing waits for services that say nothing: notices are delivered and released', async () => {
  await using world = await start(LOOKUPS);
  const { office, stand } = world;
  office.react = () => silence;
  const movement = landedMovement(office);
  await stand.announce(movement);
  await stand.release(movement);
  await stand.seat('BF').first('DepartureRelease');
  await office.until('a call to each', () => LOOKUPS.every((name) => office.to(name).length > 0));
  assert.equal((await stand.entry(movement)).state, 'RELEASED');
});

test('a new version of the notice asks again what is not kept, and is compared with what is', async () => {
  await using world = await start(LOOKUPS);
  const { office, stand } = world;
  const movement = landedMovement(office);
  office.react = (call) =>
    call.service === 'vehicle-register'
      ? { status: 200, body: { ...(office.honest(call) as { body: object }).body, status: 'SUSPENDED' } }
      : office.honest(call);
  await stand.announce(movement);
  await allDone(world);
  const first = office.calls.length;
  const plates = office.to('vehicle-register').length;
  const amended = { ...movement.notice, status: 'AMENDED' };
  const { messageId } = await stand.send('TG', 'TransitNotice', amended, { movementVersion: 2 });
  await allDone(world);
  assert.deepEqual(
    office.calls.slice(first).map(({ service }) => service),
    ['single-window'],
  );
  const found = await warnings(stand, 'TG', 'service-contradiction', 2 * plates);
  assert.equal(found.filter(({ relatesTo }) => relatesTo === messageId).length, plates);
});

test('answers are kept until the day is over, by the whole question', async () => {
  await using world = await start(['tariff', 'taxpayer-register']);
  const { office, stand } = world;
  const first = landedMovement(office);
  await stand.announce(first);
  await untilOpen(stand, 'taxpayer-register', 0);
  const asked = office.to('taxpayer-register').length;
  const second = landedMovement(office);
  const notice = { ...second.notice, principal: first.notice.principal, consignee: first.notice.consignee };
  const { guarantee } = second.notice;
  await stand.announce({ ...second, notice: { ...notice, guarantee } });
  await untilOpen(stand, 'taxpayer-register', 0);
  assert.equal(office.to('taxpayer-register').length, asked);
  await stand.advance(86_400);
  const third = landedMovement(office);
  await stand.announce({
    ...third,
    notice: { ...third.notice, principal: first.notice.principal, consignee: first.notice.consignee },
  });
  await untilOpen(stand, 'taxpayer-register', 0);
  assert.equal(office.to('taxpayer-register').length, 2 * asked);
});

test('a refusal that is of no service is told as silence, at once and once', async () => {
  await using world = await start(['vehicle-register']);
  const { office, stand } = world;
  office.react = () => ({ status: 403, body: 'nobody knows you here' });
  const movement = landedMovement(office);
  await stand.announce(movement);
  await untilOpen(stand, 'vehicle-register', 0);
  const [found, ...more] = await warnings(stand, 'TG', 'service-silent', 1);
  assert.match(found?.detail ?? '', /^vehicle-register \/payload\/vehicle\//);
  assert.deepEqual(more, []);
  assert.deepEqual((await stateOf(stand, 'vehicle-register')).breaker, 'closed');
});

test('what is asked is published; a stack that asks nobody says nothing of services', async () => {
  await using world = await start(['tariff']);
  const { body } = await world.stand.seat('TG').request('GET', '/v0/capabilities');
  assert.deepEqual(body.services, ['tariff']);
  assert.ok(body.classes.includes('services'));
  await using alone = await start([]);
  const silent = await alone.stand.seat('TG').request('GET', '/v0/capabilities');
  assert.equal(silent.body.services, undefined);
  assert.ok(!silent.body.classes.includes('services'));
  assert.equal((await alone.stand.seat('TG').request('GET', '/v0/services')).status, 404);
});
