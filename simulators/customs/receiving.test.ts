import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalForm } from '../../profile/envelope/digest.ts';
import { parseMessage } from '../../profile/parse-message.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { post, writeRaw } from './testing/raw-exchanges.ts';
import { startSeat } from './testing/seats.ts';

test('an acknowledgement is a whole message with the digest of the canonical form', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF' });
  const notice = togo.compose('TransitNotice', exampleMovement(1).notice);
  const { status, text } = await post(burkina.baseUrl, JSON.stringify(notice));
  assert.equal(status, 202);
  const parsed = parseMessage(JSON.parse(text));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const { payload, correlationId, conversationId } = parsed.message;
  assert.equal(payload['digest'], createHash('sha256').update(canonicalForm(notice)).digest('hex'));
  assert.deepEqual([correlationId, payload['relatesTo']], [notice.messageId, notice.messageId]);
  assert.equal(conversationId, exampleMovement(1).reference);
});

test('the same message again is answered with the same bytes and has no second effect', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF' });
  const { reference, notice } = exampleMovement(2);
  const message = togo.compose('TransitNotice', notice);
  const first = await post(burkina.baseUrl, JSON.stringify(message));
  const reordered = JSON.stringify(Object.fromEntries(Object.entries(message).reverse()), null, 1);
  const second = await post(burkina.baseUrl, reordered, { 'corridor-attempt': '2' });
  assert.deepEqual(second, first);
  assert.equal(burkina.received(reference).length, 1);
  assert.equal(burkina.book(reference)?.events.length, 1);
});

test('another content under the same id is refused as a duplicate', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF' });
  const message = togo.compose('TransitNotice', exampleMovement(3).notice);
  await post(burkina.baseUrl, JSON.stringify(message));
  const altered = { ...message, preparedAt: '2026-11-20T05:00:00Z' };
  const { status, text } = await post(burkina.baseUrl, JSON.stringify(altered));
  const answer = JSON.parse(text) as { messageType: string; payload: { findings: unknown } };
  assert.equal(status, 409);
  assert.equal(answer.messageType, 'AT91');
  const reason = 'identifiant de message déjà utilisé pour un autre contenu';
  assert.deepEqual(answer.payload.findings, [{ code: 'DUPLICATE_ID', pointer: '/messageId', reason }]);
});

test('a message wrong by itself is refused with every fault and stored nowhere', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF' });
  const { reference, notice } = exampleMovement(4);
  const message = togo.compose('TransitNotice', { ...notice, sealCount: 'one', surprise: 1 });
  const { status, text } = await post(burkina.baseUrl, JSON.stringify(message));
  const answer = parseMessage(JSON.parse(text));
  assert.ok(answer.ok, text);
  const findings = answer.message.payload['findings'] as { code: string; pointer: string }[];
  assert.equal(status, 422);
  assert.deepEqual(
    findings.map(({ code, pointer }) => [code, pointer]),
    [
      ['WRONG_TYPE', '/payload/sealCount'],
      ['UNEXPECTED_FIELD', '/payload/surprise'],
    ],
  );
  assert.equal(burkina.book(reference), undefined);
  assert.deepEqual(burkina.received(), []);
});

test('real traffic is refused in a test environment', async () => {
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF' });
  const message = togo.compose('TransitNotice', exampleMovement(5).notice, { testIndicator: false });
  const { status, text } = await post(burkina.baseUrl, JSON.stringify(message));
  assert.equal(status, 422);
  assert.match(text, /"code":"REAL_MESSAGE_REFUSED","pointer":"\/testIndicator"/);
});

test('what cannot be attributed to a message is answered by problem details', async () => {
  const journal = new Journal();
  await using burkina = await startSeat({ country: 'BF', journal });
  const limit = 20 * 1024 * 1024;
  const cases = [
    ['<T1/>', {}, 400, 'NOT_JSON'],
    [Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'NOT_JSON'],
    ['', {}, 400, 'NOT_JSON'],
    ['[]', {}, 400, 'NOT_ATTRIBUTABLE'],
    ['{"sender":"TG"}', {}, 400, 'NOT_ATTRIBUTABLE'],
    ['{}', { 'content-type': 'text/xml' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [' '.repeat(limit), {}, 400, 'NOT_JSON'],
    [' '.repeat(limit + 1), {}, 413, 'TOO_LARGE'],
  ] as const;
  for (const [body, headers, status, code] of cases) {
    const answer = await post(burkina.baseUrl, body, headers);
    assert.deepEqual([answer.status, answer.type], [status, 'application/problem+json']);
    assert.equal((JSON.parse(answer.text) as { code: string }).code, code);
  }
  assert.equal(journal.counts.count, cases.length);
  assert.equal(journal.counts.unexpected, cases.length);
});

test('traffic that nobody expects is answered and recorded, HTTP or not', async () => {
  const journal = new Journal();
  await using burkina = await startSeat({ country: 'BF', journal });
  const get = await writeRaw(
    burkina.baseUrl,
    'GET /admin?token=abc HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
  );
  assert.match(get, /^HTTP\/1\.1 404 .*"code":"NOT_FOUND"/s);
  assert.match(await writeRaw(burkina.baseUrl, '\x16\x03\x01\x02'), /^HTTP\/1\.1 400 /);
  assert.deepEqual(
    journal.unexpected().map(({ method, path, from, fault, body }) => ({ method, path, from, fault, body })),
    [
      { method: 'GET', path: '/admin?token=***', from: 'unknown', fault: undefined, body: undefined },
      { method: '', path: '', from: 'unknown', fault: 'not-http', body: '\x16\x03\x01\x02' },
    ],
  );
});

test('a seat publishes its capabilities and its health', async () => {
  await using burkina = await startSeat({ country: 'BF', capabilities: { mergedArrival: false } });
  await using asker = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  const { body } = await asker.capabilities();
  assert.deepEqual([body?.mergedArrival, body?.environment], [false, 'test']);
  const health = await asker.hub.request<{ status: string }>('GET', '/v0/health');
  assert.equal(health.body?.status, 'ready');
});

test('hostile bodies never crash a seat: each is answered, recorded, and none is our fault', async () => {
  const journal = new Journal();
  await using togo = await startSeat({ country: 'TG' });
  await using burkina = await startSeat({ country: 'BF', journal });
  const message = togo.compose('TransitNotice', exampleMovement(6).notice);
  const field = fc.constantFrom(...Object.keys(message), '__proto__', 'toJSON', 'constructor');
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .record({ field, value: fc.jsonValue() })
      .map(({ field, value }) => JSON.stringify({ ...message, [field]: value })),
    fc.constantFrom(
      '['.repeat(100_000),
      '{"a":'.repeat(50_000),
      JSON.stringify({ ...message, conversationId: '\ud800' }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (body) => {
      const { status } = await post(burkina.baseUrl, body);
      assert.ok([202, 400, 409, 422].includes(status), String(status));
    }),
    { numRuns: 300, seed: 1 },
  );
  assert.deepEqual(
    journal.all().filter(({ fault }) => fault?.startsWith('internal')),
    [],
  );
});
