import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { servicesNotAwaited } from './services-not-awaited.ts';
import { assertGreen, assertRed, delivered, message, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const NOON = Date.parse('2026-11-20T12:00:00.000Z');
const about = { service: 'tariff', messageId: notice.messageId, limitS: 5 };

const later = (record: ExchangeRecord, ms: number): ExchangeRecord => ({
  ...record,
  at: new Date(NOON + ms).toISOString(),
});
const call = (ms: number, came: Pick<ExchangeRecord, 'answer' | 'fault'>): ExchangeRecord => {
  const { answer: _, fault: __, ...asked } = submitted(notice);
  const to = { kind: 'service' as const, from: 'hub', to: 'tariff', body: '', path: '/tariff/100630' };
  return later({ ...asked, ...to, ...came }, ms);
};
const silent = call(2, { fault: 'hang' });
const answered = (afterMs: number): ExchangeRecord =>
  call(2, { answer: { status: 200, bodyDigest: '', bodyBytes: 0, afterMs } });
const told = (ms: number): ExchangeRecord => later(delivered(notice, 'BF'), ms);

test('what is accepted and delivered before a silent service is given up, or a slow one answers, waited for none', () => {
  assertGreen(servicesNotAwaited([submitted(notice, { afterMs: 20 }), silent, told(40)], about));
  assertGreen(servicesNotAwaited([submitted(notice, { afterMs: 20 }), answered(700), told(40)], about));
});

test('an acknowledgement or a delivery behind the end of a call is seen, and a service that nobody asked', () => {
  assertRed(
    servicesNotAwaited([submitted(notice, { afterMs: 4_603 }), silent, told(40)], about),
    /101 ms après/,
  );
  assertRed(servicesNotAwaited([submitted(notice), answered(700), told(703)], about), /1 ms après/);
  assertRed(servicesNotAwaited([submitted(notice), silent], about), /aucun\(e\) première remise/);
  assertRed(servicesNotAwaited([submitted(notice, { fault: 'timeout' }), silent, told(9)], about), /aucun/);
  assertRed(servicesNotAwaited([submitted(notice), told(40)], about), /0 appel/);
  assertRed(servicesNotAwaited([submitted(notice), call(2, { fault: 'reset' }), told(40)], about), /38 ms/);
});
