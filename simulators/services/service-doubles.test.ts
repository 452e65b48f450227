import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { reservationPath } from '../../profile/services/guarantee-register.ts';
import type { ServiceName } from '../../profile/services/service-names.ts';
import { lookupOf, lookups } from '../../profile/services/services.ts';
import {
  contradiction,
  down,
  emptyBody,
  flapping,
  hugeBody,
  late,
  notJson,
  otherKey,
  refuses,
  ServiceDoubles,
  type ServiceFaultOnce,
  silent,
  slow,
  WireMockDriver,
  wrongContent,
  wrongYear,
} from './index.ts';
import { movementForTests } from './testing/movement.ts';
import { wireMockForTests, withoutWireMock } from './testing/wiremock-for-tests.ts';
import type { RunningWireMock } from './wiremock/start-wiremock.ts';

const skip = withoutWireMock;
const NOON = Date.parse('2026-11-22T12:00:00Z');
const movement = movementForTests(1);
let wireMock: RunningWireMock;
let count = 0;

before(async () => {
  if (!skip) wireMock = await wireMockForTests();
});
after(() => wireMock?.[Symbol.asyncDispose]());

async function doublesOf(...movements: Movement[]): Promise<ServiceDoubles> {
  count += 1;
  const options = { prefix: `/doubles-test-${count}`, now: () => NOON, realNow: Date.now, labels: {} };
  const doubles = await ServiceDoubles.open(new WireMockDriver(wireMock.url), options);
  await doubles.know(...movements);
  return doubles;
}

interface Heard {
  readonly status: number;
  readonly body: unknown;
}

async function ask(
  doubles: ServiceDoubles,
  service: ServiceName,
  path: string,
  init: RequestInit = {},
): Promise<Heard> {
  const answer = await fetch(`${doubles.addresses()[service]}${path}`, init);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? '' : JSON.parse(text) };
}

test('the doubles agree with the movement that they know, and know no other', { skip }, async () => {
  await using doubles = await doublesOf(movement);
  for (const lookup of lookups) {
    for (const question of lookup.questions(movement.notice, '2026-11-22')) {
      const { status, body } = await ask(doubles, lookup.name, question.path);
      const reading = lookup.read(question, body, NOON);
      assert.ok(status === 200 && reading.usable, `${lookup.name} ${question.path}: ${JSON.stringify(body)}`);
      assert.deepEqual(lookup.contradictions(question, reading.answer, movement.notice, '2026-11-22'), []);
    }
  }
  assert.deepEqual(await ask(doubles, 'taxpayer-register', '/taxpayers/1?year=2026'), {
    status: 404,
    body: { type: 'UNKNOWN_TAXPAYER', title: 'taxpayer not registered', status: 404 },
  });
  assert.equal((await ask(doubles, 'tariff', '/tariff/100630?on=2020-01-01')).status, 404);
});

test('a counted fault answers so often and no other way, however many are begun at once', {
  skip,
}, async () => {
  await using doubles = await doublesOf(movement);
  await doubles.begin('taxpayer-register', down({ status: 503, times: 3 }));
  await doubles.begin('vehicle-register', down({ status: 503, times: 3 }));
  for (const lookup of lookups.filter(({ name }) => /taxpayer|vehicle/.test(name)))
    for (const { path: asked } of lookup.questions(movement.notice, '2026-11-22')) {
      const seen: number[] = [];
      for (const _ of [1, 2, 3, 4]) {
        const answer = await fetch(`${doubles.addresses()[lookup.name]}${asked}`);
        await answer.arrayBuffer();
        seen.push(answer.status);
      }
      assert.deepEqual(seen, [503, 503, 503, 200], `${lookup.name} ${asked}`);
    }
});

const { register, reserve } = movement.guarantee;
const path = reservationPath(register.guaranteeReference, movement.reference);
const put = (code = register.accessCode, change: object = {}): RequestInit => ({
  method: 'PUT',
  headers: { 'Corridor-Access-Code': code, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    amount: reserve?.amount,
    holderTaxId: register.holderTaxId,
    countries: movement.countries,
    ...change,
  }),
});
const TG = 'guarantee-register-tg';
const availableIn = ({ body }: Heard): number => (body as { availableAmount: number }).availableAmount;

test('what is reserved stays reserved until it is given back', { skip }, async () => {
  await using doubles = await doublesOf(movement);
  const opening = register.terms?.referenceAmount ?? 0;
  const left = opening - (reserve?.amount ?? 0);
  const balance = () =>
    ask(doubles, TG, `/guarantees/${register.guaranteeReference}`, {
      headers: { 'Corridor-Access-Code': register.accessCode },
    });
  assert.equal(availableIn(await balance()), opening);
  const first = await ask(doubles, TG, path, put());
  const second = await ask(doubles, TG, path, put());
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.deepEqual(first.body, second.body);
  assert.deepEqual([availableIn(first), availableIn(await balance())], [left, left]);
  for (const _ of [1, 2]) assert.equal((await ask(doubles, TG, path, { method: 'DELETE' })).status, 204);
  assert.equal(availableIn(await balance()), opening);
});

test('two movements share one guarantee, and no more is reserved than there is', { skip }, async () => {
  const amount = register.terms?.referenceAmount ?? 0;
  const other = movementForTests(2);
  const shared = { ...register, terms: { ...register.terms, referenceAmount: amount } } as typeof register;
  const wish = (of: Movement): Movement => ({
    ...of,
    guarantee: { ...of.guarantee, register: shared, reserve: { ...reserve, amount } as typeof register },
  });
  const [one, two] = [wish(movement), wish(other)];
  await using doubles = await doublesOf(one, two);
  const reserving = (of: Movement) =>
    ask(
      doubles,
      TG,
      reservationPath(register.guaranteeReference, of.reference),
      put(register.accessCode, { amount }),
    );
  assert.equal((await reserving(one)).status, 201);
  assert.equal((await reserving(two)).status, 409);
  await ask(doubles, TG, path, { method: 'DELETE' });
  assert.equal((await reserving(two)).status, 201);
});

test('a guarantee register refuses as the profile says', { skip }, async () => {
  await using doubles = await doublesOf(movement);
  const refused = async (init: RequestInit, at = path): Promise<unknown> =>
    ((await ask(doubles, TG, at, init)).body as { type?: string }).type;
  assert.equal(await refused(put('ZZZ0')), 'G03');
  assert.equal(await refused({ ...put(), headers: {} }), 'G03');
  assert.equal(await refused(put(undefined, { holderTaxId: 'X' })), 'G04');
  assert.equal(await refused(put(undefined, { amount: 1 })), 'G05');
  assert.equal(
    await refused(put(), path.replace(/guarantees\/[^/]+/, 'guarantees/26TGCCI0000000017')),
    'G01',
  );
  assert.equal(await refused({ method: 'DELETE' }), undefined);
});

const [question] = lookupOf('taxpayer-register').questions(movement.notice, '2026-11-22');
const taxpayer = question?.path ?? '';

/** What comes over the wire: status and the start of the text, or how it broke. */
async function heard(doubles: ServiceDoubles, at = taxpayer): Promise<string> {
  try {
    const answer = await fetch(`${doubles.addresses()['taxpayer-register']}${at}`);
    const text = await answer.text();
    return `${answer.status} ${text.length > 60_000 ? 'huge' : text}`;
  } catch (error) {
    return ((error as { cause?: { code?: string } }).cause?.code ?? String(error)) as string;
  }
}

const faults: readonly (readonly [fault: ServiceFaultOnce, seen: RegExp])[] = [
  [slow({ ms: 5 }), /^200 .*"status":"ACTIVE"/],
  [late({ ms: 5 }), /^200 .*"status":"ACTIVE"/],
  [down({}), /ECONNRESET|UND_ERR_SOCKET/],
  [down({ status: 503 }), /^503 service indisponible/],
  [wrongContent({}), /^200 \{"resultat":"OK"\}$/],
  [wrongYear({}), /"year":2025/],
  [contradiction({ says: { status: 'SUSPENDED' } }), /"status":"SUSPENDED"/],
  [refuses({ code: 'UNKNOWN_TAXPAYER' }), /^404 .*UNKNOWN_TAXPAYER/],
  [emptyBody({}), /^200 $/],
  [notJson({}), /^200 <!doctype html>/],
  [otherKey({}), /"taxId":"9999999999"/],
  [hugeBody({}), /^200 huge$/],
];

for (const [fault, seen] of faults)
  test(`a service that ${fault.name}: begins, and ends`, { skip }, async () => {
    await using doubles = await doublesOf(movement);
    const right = await heard(doubles);
    const running = await doubles.begin('taxpayer-register', fault);
    assert.match(await heard(doubles), seen);
    assert.match(await heard(doubles, '/taxpayers/1?year=2026'), /./);
    await running.end();
    await running.end();
    assert.equal(await heard(doubles), right);
  });

test('a flapping service fails so often for each request, and then answers', { skip }, async () => {
  await using doubles = await doublesOf(movement);
  await doubles.begin('taxpayer-register', flapping({ failures: 2 }));
  const seen = [await heard(doubles), await heard(doubles), await heard(doubles)];
  assert.deepEqual(
    seen.map((text) => text.slice(0, 3)),
    ['503', '503', '200'],
  );
});

test('a reservation whose answer is lost is held all the same; one that is refused before is not', {
  skip,
}, async () => {
  await using doubles = await doublesOf(movement);
  const lost = await doubles.begin(TG, down({ done: true }));
  await assert.rejects(ask(doubles, TG, path, put()));
  assert.equal((await ask(doubles, TG, path, put())).status, 200);
  await lost.end();
  await ask(doubles, TG, path, { method: 'DELETE' });
  const failing = await doubles.begin(TG, down({ status: 503 }));
  assert.equal((await fetch(`${doubles.addresses()[TG]}${path}`, put())).status, 503);
  await failing.end();
  assert.equal((await ask(doubles, TG, path, put())).status, 201);
});

test('a silent service says nothing until its caller gives up, and its call is told as one that hung', {
  skip,
}, async () => {
  await using doubles = await doublesOf(movement);
  const running = await doubles.begin('taxpayer-register', silent({}));
  const given = new AbortController();
  const hanging = fetch(`${doubles.addresses()['taxpayer-register']}${taxpayer}`, { signal: given.signal });
  let calls = await doubles.newCalls();
  while (calls.length === 0) calls = await doubles.newCalls();
  assert.deepEqual(
    calls.map(({ service, fault }) => [service, fault]),
    [['taxpayer-register', 'hang']],
  );
  given.abort();
  await assert.rejects(hanging, { name: 'AbortError' });
  await running.end();
});

test('a double that would say what is not of the profile is not served', { skip }, async () => {
  await using doubles = await doublesOf(movement);
  await assert.rejects(doubles.begin('taxpayer-register', contradiction({ says: { status: 'MAYBE' } })), {
    code: 'DOUBLE_WRONG',
    message: /not of the profile: status/,
  });
});

test('each call is told once, with the movement that it is about', { skip }, async () => {
  await using doubles = await doublesOf(movement);
  await ask(doubles, TG, path, { ...put(), headers: { ...put().headers, 'Corridor-Request-Id': 'a' } });
  await heard(doubles, '/taxpayers/1?year=2026');
  const calls = await doubles.newCalls();
  assert.deepEqual(
    calls.map(({ service, method, movement: about, answer }) => [service, method, about, answer.status]),
    [
      [TG, 'PUT', movement.reference, 201],
      ['taxpayer-register', 'GET', undefined, 404],
    ],
  );
  assert.equal(calls[0]?.headers['corridor-request-id'], 'a');
  assert.deepEqual(await doubles.newCalls(), []);
});
