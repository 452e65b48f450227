import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from './check.ts';
import { acknowledgementTrue, messageAccepted, refusalsOfLegal } from './message-accepted.ts';
import {
  acknowledgementOf,
  assertGreen,
  assertRed,
  delivered,
  message,
  submitted,
} from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const id = notice.messageId;
const honest = submitted(notice, { answer: acknowledgementOf(notice, 2) });
const refusal = message('FunctionalError', 3, {
  sender: 'hub',
  correlationId: id,
  payload: { relatesTo: id, findings: [{ code: 'OUT_OF_SEQUENCE', pointer: '/messageType', reason: 'x' }] },
});

const requirementsOf = (observations: readonly Observation[]) =>
  observations.map(({ requirement }) => requirement);

test('an acknowledged message without refusal is accepted', () => {
  assertGreen(messageAccepted([honest], id));
});

test('a refusal at once, silence, and a refusal after the fact are seen', () => {
  assertRed(messageAccepted([submitted(notice, { status: 422 })], id), /422/);
  const answer = message('SyntaxError', 4, {
    sender: 'hub',
    payload: {
      relatesTo: id,
      findings: [{ code: 'UNKNOWN_OFFICE', pointer: '/payload/office', reason: 'x' }],
    },
  });
  const [told, ...more] = messageAccepted([submitted(notice, { status: 422, answer })], id);
  assert.match(told?.observed ?? '', /422, UNKNOWN_OFFICE à \/payload\/office/);
  assert.deepEqual(more, [], 'what follows from a refusal at once is not told again');
  assertRed(messageAccepted([submitted(notice, { fault: 'timeout' })], id), /timeout/);
  assertRed(messageAccepted([honest, delivered(refusal, 'TG')], id), /OUT_OF_SEQUENCE à \/messageType/);
});

test('of messages that are legal only those refused are told, each with its requirement', () => {
  assert.deepEqual(refusalsOfLegal([honest], [id]), []);
  const told = refusalsOfLegal([honest, delivered(refusal, 'TG')], [id]);
  assert.deepEqual(requirementsOf(told), ['LED-007']);
  const atOnce = refusalsOfLegal([submitted(notice, { status: 422 })], [id]);
  assert.deepEqual(requirementsOf(atOnce), ['ENV-001']);
});

test('an acknowledgement of another message, or with the digest of other bytes, is seen', () => {
  const other = acknowledgementOf(message('TransitNotice', 9), 2);
  assertGreen(acknowledgementTrue([honest], id));
  assertRed(acknowledgementTrue([submitted(notice, { answer: other })], id), /^message visé \(relatesTo\)/);
  assertRed(acknowledgementTrue([submitted(notice, { answer: other })], id), /empreinte/);
});

test('an acknowledgement or a refusal of another shape is not as required', () => {
  for (const answer of [null, 7, 'AT90', [], {}, { payload: null }, { payload: [] }])
    assertRed(acknowledgementTrue([submitted(notice, { answer })], id), /rien/);
  for (const findings of [[null], [7], [{ code: { toString: 1 } }]]) {
    const odd = { ...refusal, payload: { ...refusal.payload, findings } };
    assertRed(messageAccepted([honest, delivered(odd, 'TG')], id), / à /);
  }
});
