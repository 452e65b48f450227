import { test } from 'node:test';
import { alertInstants, soleAlertTold } from './alert-told.ts';
import { assertGreen, assertRed, delivered, message } from './testing/evidence.ts';

const AT = '2026-11-20T08:40:00.000Z';
const LATER = '2026-11-20T09:00:00.000Z';
const device = { deviceId: 'FICTIF-000001' };
const report = { ...device, recordedAt: AT };

let n = 0;
const told = (to: string, alert: string, recordedAt = AT) => {
  n += 1;
  const payload = { ...device, eventId: `${alert} ${recordedAt}`, kind: 'ALERT', alert, recordedAt };
  return delivered(message('TrackingEvent', n, { sender: 'TRK-TG', recipient: 'territory', payload }), to);
};

test('one alert of a report, told to the two countries that it concerns, is as required', () => {
  const records = [told('TG', 'DOOR_OPEN'), told('BF', 'DOOR_OPEN'), told('TG', 'OVERSPEED', LATER)];
  assertGreen(soleAlertTold(records, report, 'DOOR_OPEN', ['TG', 'BF']));
});

test('another code, a second code, a country too few or too many and a repetition are seen', () => {
  const right = [told('TG', 'DOOR_OPEN'), told('BF', 'DOOR_OPEN')];
  const judge = (...records: ReturnType<typeof told>[]) =>
    soleAlertTold(records, report, 'DOOR_OPEN', ['TG', 'BF']);
  assertRed(judge(), /dite à aucun/);
  assertRed(judge(told('TG', 'SEAL_OPEN'), told('BF', 'SEAL_OPEN')), /SEAL_OPEN/);
  assertRed(judge(...right, told('TG', 'LOCK_CUT')), /DOOR_OPEN, LOCK_CUT/);
  assertRed(judge(...right.slice(1)), /dite à BF/);
  assertRed(judge(...right, told('ML', 'DOOR_OPEN')), /dite à BF, ML, TG/);
  assertRed(judge(...right, ...right), /répétition/);
  assertRed(judge(told('TG', 'DOOR_OPEN', LATER), told('BF', 'DOOR_OPEN', LATER)), /dite à aucun/);
});

test('the instants at which an alert was told are those that the scenario names, no more and no fewer', () => {
  const records = [told('TG', 'DOOR_OPEN', LATER), told('TG', 'DOOR_OPEN'), told('BF', 'DOOR_OPEN')];
  const judge = (wanted: Record<string, string[]>) =>
    alertInstants(records, { ...device, alert: 'DOOR_OPEN' }, new Map(Object.entries(wanted)));
  assertGreen(judge({ TG: [AT, LATER], BF: [AT] }));
  assertRed(judge({ TG: [AT], BF: [AT] }), /^TG : .*09:00/);
  assertRed(judge({ TG: [AT, LATER], BF: [AT, LATER] }), /^BF : .*08:40:00.000Z$/);
  assertRed(judge({ TG: [AT, LATER], BF: [AT], ML: [AT] }), /^ML : .*aucun/);
});

test('an administration that was told of an alert without right is seen, whether it accepted or not', () => {
  const filter = { ...device, alert: 'DOOR_OPEN' };
  const judge = (...records: ReturnType<typeof told>[]) =>
    alertInstants(records, filter, new Map([['TG', [AT]]]));
  assertRed(judge(told('TG', 'DOOR_OPEN'), told('ML', 'DOOR_OPEN')), /^ML : .*08:40/);
  const refused = { ...told('ML', 'DOOR_OPEN'), answer: { status: 422 } };
  assertRed(judge(told('TG', 'DOOR_OPEN'), refused as never), /^ML : .*08:40/);
  assertGreen(judge(told('TG', 'DOOR_OPEN'), told('ML', 'LOCK_CUT')));
});

test('an instant that is none is shown as it came', () => {
  const records = [told('TG', 'DOOR_OPEN', 'hier')];
  assertRed(alertInstants(records, { ...device, alert: 'DOOR_OPEN' }, new Map([['TG', [AT]]])), /hier/);
});
