import { test } from 'node:test';
import { silentAfter } from './relieved-device.ts';
import { assertGreen, assertRed, DEVICE, event, message, submitted, TEN } from './testing/evidence.ts';

const NOON = '2026-11-20T12:00:00.000Z';
const relieved = { deviceId: DEVICE, platform: 'TRK-TG', instant: NOON };
const judge = (...payloads: object[]) =>
  silentAfter(
    payloads.map((payload, index) => event(index + 1, { platform: 'TRK-TG', ...payload })),
    relieved,
  );

test('a device of which nothing is told from its relief on, and before by its platform only, is as required', () => {
  assertGreen(judge({}, { recordedAt: '2026-11-20T11:59:59.999Z' }));
  assertGreen(
    judge({}, { deviceId: 'FICTIF-2', platform: 'TRK-BF', recordedAt: '2026-11-20T13:00:00.000Z' }),
  );
  const notTold = submitted(message('TrackingEvent', 1, { payload: { deviceId: DEVICE, recordedAt: NOON } }));
  assertGreen(silentAfter([event(1, { platform: 'TRK-TG' }), notTold], relieved));
});

test('the silence of a device of which nothing was told before its relief proves nothing', () => {
  assertRed(silentAfter([], relieved), /^balise FICTIF-1 : 0 événement/);
  assertRed(judge({ deviceId: 'FICTIF-2' }), /0 événement/);
  assertRed(silentAfter([event(1, { platform: 'TRK-TG' }, 'TG', 503)], relieved), /0 événement/);
});

test('what happened at the relief or later is seen, accepted or not, and so is what has no instant', () => {
  const late = { platform: 'TRK-TG', recordedAt: '2026-11-20T13:00:00.000Z' };
  assertRed(judge({}, late), /^balise FICTIF-1 : dit de 2026-11-20T12:00:00.000Z ou plus tard à TG$/);
  assertRed(judge({ recordedAt: NOON }), /plus tard à TG/);
  assertRed(silentAfter([event(1, late, 'BF', 422)], relieved), /plus tard à BF/);
  for (const recordedAt of ['demain', null, 7, {}]) assertRed(judge({ recordedAt }), /plus tard à TG/);
});

test('an event of the device that another platform told, or none at all, is seen', () => {
  assertRed(judge({}, { platform: 'TRK-BF' }), /^balise FICTIF-1 : dite par TRK-BF$/);
  assertRed(silentAfter([event(1, { platform: 'TRK-BF', recordedAt: TEN }, 'BF', 503)], relieved), /TRK-BF/);
  for (const platform of [null, 7, [], undefined]) assertRed(judge({ platform }), /dite par rien$/);
});
