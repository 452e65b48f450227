import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { arriveAndEnd } from './testing/journey.ts';
import { at, newDevice, Tracked } from './testing/tracked.ts';

let tracked: Tracked;
before(async () => {
  tracked = await Tracked.start();
});
after(() => tracked[Symbol.asyncDispose]());

async function equipped() {
  const movement = await tracked.departed();
  const device = newDevice();
  await tracked.assign(movement, device);
  return { movement, device };
}

const TERRITORIES: readonly [territory: string, told: readonly string[]][] = [
  ['BF', ['TG', 'BF']],
  ['TG', ['TG']],
  ['ML', ['TG']],
  ['GH', ['TG']],
];

for (const [territory, told] of TERRITORIES) {
  test(`an event in ${territory} of a truck from Lomé to Ouagadougou is told to ${told.join(' and ')}, once each`, async () => {
    const { movement, device } = await equipped();
    const { message, answer } = await tracked.tell(movement, device, { territory });
    assert.equal(answer.status, 202, answer.text);
    assert.deepEqual(await tracked.told(message), told);
    assert.equal(await tracked.refusal(message), null);
  });
}

test('what is told of a truck arrives as its platform wrote it, and leaves the movement as it was', async () => {
  const { movement, device } = await equipped();
  const path = `/v0/movements/${movement.reference}`;
  const before = (await tracked.seat('TG').request('GET', path)).text;
  const alert = { kind: 'ALERT', alert: 'LOCK_CUT', territory: 'BF' };
  const { message } = await tracked.tell(movement, device, alert);
  const all = await tracked
    .seat('BF')
    .until('the event', (arrivals) => arrivals.some((one) => one.message.messageId === message.messageId));
  const arrival = all.find((one) => one.message.messageId === message.messageId);
  assert.equal(arrival?.text, JSON.stringify(message));
  assert.equal((await tracked.seat('TG').request('GET', path)).text, before);
});

test('the same event submitted again has no second effect', async () => {
  const { movement, device } = await equipped();
  const { message, answer } = await tracked.tell(movement, device);
  const again = await tracked.seat('TRK-NE').submit(JSON.stringify(message));
  assert.equal(again.text, answer.text);
  assert.deepEqual(await tracked.told(message), ['TG']);
});

test('two events that a platform told under one number are both in the journey, each once however often it is told', async () => {
  const { movement, device } = await equipped();
  const events = [10, 20].map((minutes) => ({ eventId: randomUUID(), recordedAt: at(movement, minutes) }));
  for (const event of [...events, ...events]) {
    const { message } = await tracked.tell(movement, device, event);
    assert.deepEqual(await tracked.told(message), ['TG']);
  }
  const { body } = await tracked.seat('TG').request('GET', `/v0/journeys/${movement.reference}`);
  assert.deepEqual(
    body.positions.map(({ eventId, deviceSeq }: { eventId: string; deviceSeq: number }) => [
      eventId,
      deviceSeq,
    ]),
    events.map(({ eventId }) => [eventId, 1]),
  );
});

test('a device that was not on the movement at that instant is refused to its platform, and nobody hears of it', async () => {
  const { movement, device } = await equipped();
  const { message: stranger } = await tracked.tell(movement, newDevice());
  const { message: early } = await tracked.tell(movement, device, { recordedAt: at(movement, -1) });
  for (const message of [stranger, early]) {
    assert.deepEqual(await tracked.refusal(message), ['DEVICE_NOT_ATTACHED', '/payload/deviceId']);
    assert.deepEqual(await tracked.told(message), []);
  }
});

test('after a transfer the new device is heard, and the old one only for what it recorded before', async () => {
  const { movement, device } = await equipped();
  const relief = newDevice();
  await tracked.assign(movement, relief, {
    action: 'TRANSFER',
    office: 'BF0CIN1',
    at: at(movement, 20),
    replaces: { platform: 'TRK-NE', deviceId: device },
  });
  const cases: readonly [string, number, string[]][] = [
    [device, 19, ['TG']],
    [device, 21, []],
    [relief, 19, []],
    [relief, 21, ['TG']],
  ];
  for (const [deviceId, minutes, told] of cases) {
    const { message } = await tracked.tell(movement, deviceId, { recordedAt: at(movement, minutes) });
    assert.deepEqual(
      await tracked.told(message),
      told,
      `${deviceId === device ? 'old' : 'new'} at ${minutes}`,
    );
  }
});

test('what happened after the end is refused to the platform, what happened before it is still told', async () => {
  const { movement, device } = await equipped();
  await arriveAndEnd({ TG: tracked.seat('TG'), BF: tracked.seat('BF') }, movement);
  assert.equal(await tracked.state(movement), 'DISCHARGED');
  const endedAt = Date.parse(movement.discharge.dischargedAt);
  const later = new Date(endedAt + 1000).toISOString();
  const { message: late } = await tracked.tell(movement, device, { stored: true });
  const { message: past } = await tracked.tell(movement, device, { recordedAt: later, receivedAt: later });
  assert.deepEqual(await tracked.told(late), ['TG']);
  assert.deepEqual(await tracked.refusal(past), ['MOVEMENT_ENDED', '/payload/recordedAt']);
  assert.deepEqual(await tracked.told(past), []);
});

test('an event about a movement that nobody registered is refused to its platform', async () => {
  const { movement, device } = await equipped();
  const stranger = { ...movement, reference: '26TG0LOM1T99999990' };
  const { answer } = await tracked.tell(stranger, device);
  assert.equal(answer.body.payload.findings?.[0].code, 'CHECK_DIGIT');
  const { message } = await tracked.tell({ ...movement, reference: '26TG0LOM1T00000014' }, device);
  assert.deepEqual(await tracked.refusal(message), ['UNKNOWN_MOVEMENT', '/payload/transitReference']);
});

test('only a platform tells events, of its own devices, and nothing else', async () => {
  const { movement, device } = await equipped();
  const found = ({ body }: { body: { payload: { findings: { rule: string; pointer: string }[] } } }) =>
    body.payload.findings.map(({ rule, pointer }) => `${rule} ${pointer}`);
  const country = await tracked.tell(movement, device, {}, 'TG');
  assert.deepEqual([country.answer.status, found(country.answer)], [422, ['R38 /sender']]);
  const other = await tracked.tell(movement, device, {}, 'TRK-ML');
  assert.deepEqual(found(other.answer), ['R39 /payload/platform']);
  const release = await tracked
    .seat('TRK-NE')
    .send('DepartureRelease', movement.release, { movementVersion: 3 });
  assert.deepEqual(found(release.answer), ['R38 /sender']);
});

test('a platform has a queue of its own: it pulls, confirms, and its delivery state is published', async () => {
  const { movement } = await equipped();
  const [first] = await tracked.queued('TRK-NE', 'AT16', movement);
  assert.equal(first?.sender, 'TG');
  const { body } = await tracked.seat('TRK-NE').request('GET', '/v0/participants/TRK-NE/deliveries');
  assert.deepEqual([body.seat, body.deadLetters], ['TRK-NE', 0]);
  assert.ok(body.lastQueued > 0);
  const stranger = await tracked.seat('TRK-ML').request('GET', '/v0/participants/TRK-NE/messages');
  assert.equal(stranger.body.code, 'NOT_AUTHORISED');
});

test('the hub claims the class tracking and names the platforms that it hosts', async () => {
  const { body } = await tracked.seat('TG').request('GET', '/v0/capabilities');
  assert.ok(body.classes.includes('tracking'));
  assert.deepEqual(body.trackingPlatforms, ['TRK-TG', 'TRK-BF']);
});
