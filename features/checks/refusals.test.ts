import { test } from 'node:test';
import { refusedAtOnce, refusedByState } from './refusals.ts';
import { assertGreen, assertRed, delivered, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const id = notice.messageId;
const expected = { code: 'RULE', rule: 'R06', pointer: '/payload/sealCount' };
const refusing = (...findings: object[]) =>
  submitted(notice, { status: 422, answer: message('SyntaxError', 2, { payload: { findings } }) });

test('a refusal for the fault that the scenario names is as required', () => {
  assertGreen(refusedAtOnce([refusing(expected)], id, 422, [expected]));
});

test('acceptance, another code, another pointer, another rule and a fault too many are seen', () => {
  assertRed(refusedAtOnce([submitted(notice)], id, 422, [expected]), /202/);
  assertRed(refusedAtOnce([refusing({ ...expected, code: 'PATTERN' })], id, 422, [expected]), /PATTERN/);
  assertRed(refusedAtOnce([refusing({ ...expected, pointer: '' })], id, 422, [expected]), /la racine/);
  assertRed(refusedAtOnce([refusing({ ...expected, rule: 'R08' })], id, 422, [expected]), /R08/);
  const two = refusing(expected, { code: 'PATTERN', pointer: '/payload/vehicle/plate' });
  assertRed(refusedAtOnce([two], id, 422, [expected]), /PATTERN/);
});

const fault = { code: 'OFF_ROUTE', pointer: '/payload/office' };
const refusal = (changes: object = {}) =>
  message('FunctionalError', 3, {
    sender: 'hub',
    correlationId: id,
    payload: { relatesTo: id, findings: [fault] },
    ...changes,
  });

test('a functional refusal reaches the sender, for the right fault, about the right message', () => {
  const sent = submitted(notice);
  assertGreen(refusedByState([sent, delivered(refusal(), 'TG')], id, [fault]));
  assertRed(refusedByState([sent], id, [fault]), /refus fonctionnel remis à : aucun/);
  assertRed(refusedByState([sent, delivered(refusal(), 'BF')], id, [fault]), /remis à : BF/);
  assertRed(
    refusedByState([sent, delivered(refusal({ correlationId: '0' }), 'TG')], id, [fault]),
    /correlationId/,
  );
  assertRed(refusedByState([submitted(notice, { status: 422 })], id, [fault]), /422/);
});

test('faults of another shape are not those that the scenario asked for', () => {
  for (const findings of [null, {}, 'RULE', [null], [7], [{ code: { toString: 1 }, pointer: 7 }]]) {
    const answer = { ...message('SyntaxError', 2), payload: { findings } };
    const records = [submitted(notice, { status: 422, answer })];
    assertRed(refusedAtOnce(records, id, 422, [expected]), /aucune faute|à la racine/);
  }
});
