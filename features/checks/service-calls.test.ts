import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { attemptsUnchanged, calledTimes, triedUntilAnswered } from './service-calls.ts';
import { findingsTold, serviceFindingTold } from './service-findings.ts';
import { accessCodeInHeaderAlone, givenBack, heldOnce, reservationHeld } from './service-reservations.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE } from './testing/evidence.ts';

const ID = '01930000-0000-4000-8000-000000000001';
const OTHER = '01930000-0000-4000-8000-000000000002';
const TG = 'guarantee-register-tg';
const RESERVATION = `/guarantees/26TGCCI0000000017/reservations/${REFERENCE}`;

/** One call of the hub to the tariff, answered unless told otherwise. */
const call = (changes: Partial<ExchangeRecord> & { status?: number; id?: string } = {}): ExchangeRecord => {
  const { status = 200, id = ID, fault, headers, ...rest } = changes;
  const answer = { status, bodyDigest: '', bodyBytes: 0, afterMs: 1 };
  return {
    kind: 'service',
    at: '2026-11-20T12:00:00.000Z',
    from: 'hub',
    to: 'tariff',
    method: 'GET',
    path: '/tariff/100630?on=2026-11-20',
    headers: { 'corridor-request-id': id, ...headers },
    bodyDigest: 'same',
    bodyBytes: 0,
    scenario: null,
    ...(fault === undefined ? { answer } : { fault }),
    ...rest,
  };
};

test('calls are counted of one service, and of services alone', () => {
  const records = [call(), call({ to: 'single-window' }), delivered(message('TransitNotice', 1), 'BF')];
  assertGreen(calledTimes(records, 'tariff', 1));
  assertRed(calledTimes(records, 'tariff', 2), /tariff : 1 appel/);
  assertRed(calledTimes([], 'tariff', 1), /: 0 appel/);
});

test('every question is tried so often, and answered in the end', () => {
  const judge = (records: ExchangeRecord[]) =>
    triedUntilAnswered(records, 'tariff', { questions: 1, attempts: 2 });
  assertGreen(judge([call({ status: 503 }), call()]));
  assertGreen(judge([call({ fault: 'reset' }), call()]));
  assertRed(judge([call()]), /essais de GET .* : 1$/);
  assertRed(judge([call(), call({ status: 503 })]), /au dernier essai : 503/);
  assertRed(judge([call({ status: 503 }), call(), call({ path: '/tariff/2' })]), /questions à tariff : 2/);
});

test('an attempt repeats its request, number included', () => {
  const judge = (records: ExchangeRecord[]) => attemptsUnchanged(records, 'tariff');
  assertGreen(judge([call(), call()]));
  assertRed(judge([call(), call({ id: OTHER })]), /numéros pour ces demandes : 2/);
  assertRed(judge([call(), call({ bodyDigest: 'other' })]), /1 numéro\(s\) partagé/);
  assertRed(judge([call({ id: 'one' }), call({ id: 'one' })]), /2 sans numéro/);
  assertRed(judge([call()]), /1 appel\(s\), 1 demande/);
});

const body = JSON.stringify({ amount: 12_000_000, holderTaxId: '1', countries: ['TG'] });
const put = (changes: Parameters<typeof call>[0] = {}) =>
  call({
    to: TG,
    method: 'PUT',
    path: RESERVATION,
    body,
    status: 201,
    headers: { 'corridor-access-code': '***' },
    ...changes,
  });
const gone = call({ to: TG, method: 'DELETE', path: RESERVATION, status: 204, id: OTHER });

const GUARANTEE = '26TGCCI0000000017';
const balance = (availableAmount: number, from = 'harness'): ExchangeRecord => {
  const answer = { status: 200, body: JSON.stringify({ availableAmount }), bodyDigest: '', bodyBytes: 0 };
  return call({ to: TG, from, path: `/guarantees/${GUARANTEE}`, answer: { ...answer, afterMs: 1 } });
};

test('what a register holds it says itself, last, and to us', () => {
  const judge = (held: number, ...records: ExchangeRecord[]) =>
    reservationHeld(records, TG, GUARANTEE, { held, total: 50 });
  assertGreen(judge(12, put(), balance(38)));
  assertGreen(judge(0, balance(38), gone, balance(50)));
  assertRed(judge(0, put({ fault: 'reset' }), balance(38)), /38$/);
  assertRed(judge(0, balance(50, 'hub')), /rien/);
  assertRed(judge(12), /rien/);
});

test('what was reserved is given back by a call that was answered', () => {
  assertGreen(givenBack([put(), gone], TG, REFERENCE));
  assertRed(
    givenBack([put(), { ...gone, answer: undefined, fault: 'reset' } as ExchangeRecord], TG, REFERENCE),
    /0 restitution/,
  );
});

test('an amount is held once', () => {
  assertGreen(heldOnce([put({ status: 503 }), put(), put({ status: 200 })], TG, REFERENCE));
  assertRed(heldOnce([put(), put()], TG, REFERENCE), /: 2$/);
  assertRed(heldOnce([put(), put({ status: 200, id: OTHER })], TG, REFERENCE), /numéro : 2$/);
});

test('the access code is in the header to its register, and nowhere else', () => {
  const judge = (...records: ExchangeRecord[]) => accessCodeInHeaderAlone(records, TG, 'AB12');
  assertGreen(judge(put(), gone, call()));
  assertRed(judge(put({ path: `${RESERVATION}?accessCode=***` })), /1 appel\(s\) le portent/);
  assertRed(judge(put({ path: `${RESERVATION}/AB12` })), /1 appel\(s\) le portent/);
  assertRed(judge(put({ body: '{"code":"AB12"}' })), /1 appel\(s\) le portent/);
  assertRed(judge(gone), /0 appel/);
  assertRed(judge(put(), call({ headers: { 'corridor-access-code': '***' } })), /1 appel\(s\) en portent/);
});

const notice = message('TransitNotice', 1);
const finding = (detail: string, to = 'TG', n = 9) =>
  delivered(
    message('FindingNotice', n, {
      sender: 'hub',
      recipient: to,
      payload: { kind: 'service-contradiction', relatesTo: notice.messageId, detail },
    }),
    to,
  );
const about = {
  service: 'tariff',
  pointer: '/payload/items/0/hsCode',
  movement: REFERENCE,
  notice: notice.messageId,
  country: 'TG',
};
const told = (...records: ExchangeRecord[]) => serviceFindingTold(records, 'service-contradiction', about);

test('a finding goes to the country of departure, once, and names service and place', () => {
  const right = finding('tariff /payload/items/0/hsCode: prohibited in transit');
  assertGreen(told(right));
  assertRed(told(), /remis à : aucun/);
  assertRed(told(right, right), /remis à : TG, TG/);
  assertRed(told(finding('tariff /payload/items/0/hsCode: x', 'BF')), /remis à : BF/);
  assertRed(told(finding('tariff said no')), /le constat dit : tariff said no/);
  assertRed(told(finding('tariff /payload/items/0/hsCodes: x')), /le constat dit/);
  assertGreen(findingsTold([right], 'service-contradiction', 1));
  assertRed(findingsTold([right, right], 'service-contradiction', 1), /: 2$/);
});
