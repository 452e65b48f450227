import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../reports/evidence/journal.ts';
import { MAX_BODY_BYTES } from './read-body.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { listenHttp, listenRaw, post } from './testing/raw-exchanges.ts';
import { startSeat } from './testing/seats.ts';

test('the office of departure counts versions, the others count by origin, and each movement on its own', async () => {
  await using togo = await startSeat({ country: 'TG' });
  const one = exampleMovement(1);
  const two = exampleMovement(2);
  assert.equal(togo.compose('TransitNotice', one.notice).movementVersion, 1);
  assert.equal(togo.compose('DepartureRelease', one.release).movementVersion, 2);
  assert.equal(togo.compose('TransitNotice', two.notice).movementVersion, 1);
  const passage = togo.compose('BorderPassage', one.entry);
  assert.deepEqual([passage.movementVersion, passage.originSeq], [undefined, 1]);
  assert.equal(togo.compose('BorderPassage', one.entry, { originSeq: 5 }).originSeq, 5);
  assert.equal(togo.compose('BorderPassage', one.entry).originSeq, 6);
  assert.equal(togo.compose('BorderPassage', one.entry, { originSeq: null }).originSeq, undefined);
  assert.equal(togo.compose('BorderPassage', one.entry, { originSeq: 2 }).originSeq, 2);
  assert.equal(togo.compose('BorderPassage', one.entry).originSeq, 7);
});

test('a message names its conversation: the movement, the request answered, or itself', async () => {
  await using togo = await startSeat({ country: 'TG' });
  const { reference, notice } = exampleMovement(1);
  assert.equal(togo.compose('TransitNotice', notice).conversationId, reference);
  const query = togo.compose('MovementQuery', {
    by: { plate: 'TG-1234-AB' },
    scope: 'FULL',
    reason: 'contrôle',
  });
  assert.deepEqual([query.conversationId, query.recipient], [query.messageId, 'hub']);
  const answer = togo.compose('MovementResponse', {}, { correlationId: query.messageId, recipient: 'BF' });
  assert.deepEqual([answer.conversationId, answer.recipient], [query.messageId, 'BF']);
  assert.equal(togo.compose('ReferenceDataNotice', {}).recipient, 'all');
  assert.equal(togo.compose('TrackingEvent', {}).recipient, 'territory');
});

test('the number of a refused message serves again, that of an accepted one never', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const { reference, notice, release } = exampleMovement(3);
  assert.equal((await togo.send('TransitNotice', { ...notice, sealCount: 'one' })).status, 422);
  const accepted = togo.compose('TransitNotice', notice);
  assert.equal(accepted.movementVersion, 1);
  await togo.submit(accepted);
  const copy = { ...accepted, payload: { ...notice, sealCount: 'one' } };
  assert.equal((await togo.submit(copy)).status, 422);
  assert.equal(togo.compose('DepartureRelease', release).movementVersion, 2);
  assert.equal(togo.book(reference)?.movementVersion, 1);
});

test('a refusal that comes later takes the message out of the own book and gives its number back', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const { reference, notice, release } = exampleMovement(4);
  await togo.send('TransitNotice', notice);
  const refused = togo.compose('DepartureRelease', release);
  await togo.submit(refused);
  assert.equal(togo.book(reference)?.state, 'RELEASED');
  const findings = [{ code: 'SEALS_DIFFER', pointer: '/payload/seals', reason: 'scellé absent' }];
  const payload = { relatesTo: refused.messageId, transitReference: reference, findings };
  const error = burkina.compose('FunctionalError', payload, {
    recipient: 'TG',
    correlationId: refused.messageId,
  });
  assert.equal((await post(togo.baseUrl, JSON.stringify(error))).status, 202);
  assert.equal(togo.book(reference)?.state, 'REGISTERED');
  assert.equal(togo.compose('DepartureRelease', release).movementVersion, 2);
});

test('a message sent again is the same to the byte', async () => {
  const journal = new Journal();
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl, journal });
  const message = togo.compose('TransitNotice', exampleMovement(5).notice);
  const first = await togo.submit(message);
  const second = await togo.resend(message.messageId);
  assert.deepEqual(second.bytes, first.bytes);
  const [one, two] = journal.of(exampleMovement(5).reference);
  assert.equal(one?.bodyDigest, two?.bodyDigest);
  assert.equal((await togo.resend('00000000-0000-7000-8000-000000000000')).fault, 'never-sent');
});

test('what a careless hub takes without a payload, or with half of one, is not in the own book', async () => {
  await using careless = await listenHttp((_request, answer) => void answer.writeHead(202).end('{}'));
  await using togo = await startSeat({ country: 'TG', hub: careless.url });
  const { reference, notice } = exampleMovement(6);
  const { payload: _payload, ...bare } = togo.compose('TransitNotice', notice);
  const half = { ...togo.compose('TransitNotice', notice), payload: { transitReference: reference } };
  for (const message of [bare as typeof half, half]) {
    assert.equal((await togo.submit(message)).status, 202);
    assert.equal(togo.book(reference), undefined);
  }
});

test('bytes of any kind can be sent, and belong to the conversation that they name', async () => {
  const journal = new Journal();
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl, journal });
  assert.equal(
    (await togo.submitBytes('<T1/>', { 'content-type': 'text/xml' })).problem?.code,
    'UNSUPPORTED_MEDIA_TYPE',
  );
  await togo.submitBytes('{"conversationId":"C"}', { 'Corridor-Seat': 'ML' });
  assert.deepEqual(
    journal.of('C').map(({ headers }) => headers),
    [{ 'corridor-seat': 'ML' }],
  );
});

test('every way in which a hub can fail to answer is a typed fault, and is recorded', async () => {
  const journal = new Journal();
  const { notice, reference } = exampleMovement(6);
  // A short wait only where nothing comes: 20 MiB may take longer on a busy machine.
  const faultWith = async (hub: string, answerTimeoutMs = 20_000) => {
    await using togo = await startSeat({
      country: 'TG',
      hub,
      register: false,
      journal,
      answerTimeoutMs,
    });
    const { status, fault } = await togo.send('TransitNotice', notice);
    return [status, fault];
  };
  await using silent = await listenHttp(() => undefined);
  await using resetting = await listenHttp((request) => request.socket.resetAndDestroy());
  await using endless = await listenHttp((_request, response) => {
    response.end(Buffer.alloc(MAX_BODY_BYTES + 1));
  });
  await using stalling = await listenHttp((_request, response) => {
    response.writeHead(202, { 'content-length': 100 });
    response.write('{');
  });
  await using rubbish = await listenRaw('220 smtp.fictif.example ESMTP\r\n');
  assert.deepEqual(await faultWith('http://127.0.0.1:9'), [0, 'refused']);
  assert.deepEqual(await faultWith(silent.url, 150), [0, 'timeout']);
  assert.deepEqual(await faultWith(stalling.url, 150), [0, 'timeout']);
  assert.deepEqual(await faultWith(resetting.url), [0, 'reset']);
  assert.deepEqual(await faultWith(endless.url), [0, 'too-large']);
  assert.deepEqual(await faultWith(rubbish.url), [0, 'not-http']);
  assert.deepEqual(
    journal.of(reference).map(({ fault, answer }) => [fault, answer]),
    ['refused', 'timeout', 'timeout', 'reset', 'too-large', 'not-http'].map((fault) => [fault, undefined]),
  );
});

test('an answer that is no message is told by its status and bytes', async () => {
  await using odd = await listenHttp((_request, response) => response.end('<html>'));
  await using togo = await startSeat({ country: 'TG', hub: odd.url });
  assert.equal(togo.registration?.status, 200);
  const { status, answer, problem, bytes } = await togo.send('TransitNotice', exampleMovement(7).notice);
  assert.deepEqual([status, answer, problem, bytes.toString()], [200, undefined, undefined, '<html>']);
});

test('what is pulled is taken in once, in order of cursor, pushed before or not', async () => {
  await using mali = await startSeat({ country: 'ML' });
  const movements = [exampleMovement(11), exampleMovement(12)];
  const notices = movements.map(({ notice }) => mali.compose('TransitNotice', notice));
  const asked: string[] = [];
  await using hub = await listenHttp((request, response) => {
    asked.push(request.url ?? '');
    const messages = notices.map((message, at) => ({ cursor: at + 1, late: at === 1, message }));
    response.end(JSON.stringify({ messages, next: 2, more: false }));
  });
  await using burkina = await startSeat({ country: 'BF', hub: hub.url, register: false });
  await post(burkina.baseUrl, JSON.stringify(notices[0]), { 'corridor-cursor': '1' });
  const { body } = await burkina.pull({ limit: 10 });
  assert.equal(body?.next, 2);
  assert.deepEqual(
    burkina.received().map(({ cursor, attempt, late }) => ({ cursor, attempt, late })),
    [
      { cursor: 1, attempt: 1, late: false },
      { cursor: 2, attempt: 0, late: true },
    ],
  );
  assert.deepEqual(burkina.inboxState, { count: 2, cursor: 2 });
  await burkina.pull();
  assert.deepEqual(asked, [
    '/v0/participants/BF/messages?after=1&limit=10',
    '/v0/participants/BF/messages?after=2',
  ]);
});

test('a hub that pulls nonsense out of its queue is answered with patience', async () => {
  await using hub = await listenHttp((_request, response) => response.end('{"messages":[{"cursor":"x"}]}'));
  await using burkina = await startSeat({ country: 'BF', hub: hub.url });
  const { status, body } = await burkina.pull();
  assert.deepEqual([status, body, burkina.received()], [200, undefined, []]);
});
