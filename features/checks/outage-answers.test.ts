import { test } from 'node:test';
import { honestDuringOutage, refusedForNow } from './outage-answers.ts';
import { assertGreen, assertRed, consulted, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const unavailable = { code: 'UNAVAILABLE' };
const refused = submitted(notice, { status: 503, answer: unavailable });

test('a hub that says that it is unavailable, or now and then nothing, is honest', () => {
  assertGreen(honestDuringOutage([refused, submitted(notice, { fault: 'reset' })]));
  assertRed(honestDuringOutage([submitted(notice, { fault: 'reset' })]), /0 sur 1 demande/);
});

test('an acknowledgement, a 404 and another problem during an outage are seen', () => {
  assertRed(honestDuringOutage([submitted(notice)]), /202/);
  assertRed(
    honestDuringOutage([refused, consulted('/v0/movements/x', { code: 'NOT_FOUND' }, { status: 404 })]),
    /404/,
  );
  assertRed(honestDuringOutage([submitted(notice, { status: 503, answer: { code: 'OTHER' } })]), /OTHER/);
  assertRed(honestDuringOutage([refused, consulted('/v0/health', { status: 'ready' })]), /health : 200/);
  assertRed(honestDuringOutage([]), /0 demande/);
});

test('a full disk is no fault of the message', () => {
  assertGreen(refusedForNow([submitted(notice), refused]));
  assertRed(refusedForNow([submitted(notice, { status: 422, answer: {} })]), /422/);
  assertRed(refusedForNow([submitted(notice)]), /0 dépôt/);
});
