import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingInvented, truthShown } from './journey-truth.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted, REFERENCE } from './testing/evidence.ts';
import type { Truth } from './truth-signs.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-20T10:00:00.000Z');
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

/** A report of a device of this protocol, when all began. */
const reportOf = (protocol: string) => ({
  platform: 'TRK-TG',
  protocol,
  deviceId: '0011000001',
  recordedAt: at(0),
  latitudeDeg: 7.5,
  longitudeDeg: 1.1,
  speedKmh: 50,
  fixed: true,
  alerts: [],
  stored: false,
});

const consult = (answer: unknown) => consulted(`/v0/journeys/${REFERENCE}`, answer);
/** The journey as the stack answered it. */
const answered = (alerts: object[]) => [consult({ transitReference: REFERENCE, alerts })];

const truth = [
  { at: START, what: 'diverted' },
  { at: START + HOUR, what: 'returned' },
  { at: START + 2 * HOUR, what: 'seal-cut' },
  { at: START + 3 * HOUR, what: 'unloaded' },
];
const alert = (code: string, minutes: number) => ({ alert: code, recordedAt: at(minutes) });
const SHOWN = [alert('DEVIATION', 30), alert('LOCK_CUT', 120), alert('UNAUTHORISED_STOP', 130)];

test('each fact that must show has its alert within its time; a late or missing one is seen', () => {
  const judge = (alerts: object[]) => truthShown(answered(alerts), REFERENCE, truth, [reportOf('jointech')]);
  assertGreen(judge(SHOWN));
  assertRed(judge(SHOWN.slice(1)), /diverted .* DEVIATION absente/);
  assertRed(judge([alert('DEVIATION', 62), ...SHOWN.slice(1)]), /DEVIATION absente/);
  assertRed(judge(SHOWN.filter(({ alert: code }) => code !== 'LOCK_CUT')), /LOCK_CUT absente/);
});

const shownBy = (protocol: string, fact: Truth, alerts: object[]) =>
  truthShown(
    answered(alerts),
    REFERENCE,
    [fact, { at: START + 9 * HOUR, what: 'arrived' }],
    [reportOf(protocol)],
  ).filter(({ expected }) => expected.startsWith(fact.what));

for (const [what, code, protocols] of [
  ['seal-tampered', 'SEAL_TAMPER', ['jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt']],
  ['seal-opened', 'SEAL_OPEN', ['jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt']],
  ['battery-low', 'LOW_BATTERY', ['jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt']],
  ['door-opened', 'DOOR_OPEN', ['teltonika', 'jt808', 'gt06', 'osmand', 'mqtt']],
  ['jamming-began', 'GNSS_JAM', ['teltonika', 'gt06', 'osmand', 'mqtt']],
] as const)
  test(`${what} is wanted as ${code} of each device that knows the word, and of no other`, () => {
    const fact = { at: START + HOUR, what };
    for (const protocol of protocols) {
      assertGreen(shownBy(protocol, fact, [alert(code, 60)]));
      assertRed(shownBy(protocol, fact, []), new RegExp(`${code} absente`));
    }
    for (const protocol of ['jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt'])
      if (!(protocols as readonly string[]).includes(protocol))
        assert.deepEqual(shownBy(protocol, fact, []), []);
  });

test('what has no word for a cut rope tells what it notices of it', () => {
  const cut = { at: START + HOUR, what: 'seal-cut' };
  assertRed(shownBy('teltonika', cut, []), /SEAL_OPEN absente/);
  assertRed(shownBy('jt808', cut, []), /SEAL_TAMPER absente/);
});

/** Two borders: at each the office of exit, then that of entry; two hours from office to office. */
const borders = ['TG0CIN1', 'BF0CIN1', 'BF0KOU1', 'ML0KOU1'].flatMap((office, index) => [
  { at: START + 2 * index * HOUR, what: 'border-presented', office },
  { at: START + (2 * index + 1) * HOUR, what: 'border-passed', office },
]);

test('each border that was crossed is wanted once, between the exit and the entry', () => {
  const judge = (...minutes: number[]) =>
    truthShown(answered(minutes.map((minute) => alert('CROSSED_BORDER', minute))), REFERENCE, borders, []);
  assertGreen(judge(130, 380));
  assertRed(judge(130), /border-presented de 2026-11-20T14:00.* CROSSED_BORDER absente/);
  assertRed(judge(380), /border-presented de 2026-11-20T10:00.* CROSSED_BORDER absente/);
  // What was presented at the exit and never at the entry crossed nothing.
  assertRed(truthShown(answered([]), REFERENCE, borders.slice(0, 2), []), /^faits à montrer : 0/);
});

test('an alert without a fact is seen', () => {
  const judge = (alerts: object[]) => nothingInvented(answered(alerts), REFERENCE, truth);
  assertGreen(judge(SHOWN));
  assertGreen(judge([]));
  assertRed(judge([...SHOWN, alert('OVERSPEED', 40)]), /OVERSPEED/);
  assertRed(judge([...SHOWN, alert('DEVIATION', 400)]), /DEVIATION/);
  assertRed(judge([alert('CROSSED_BORDER', 40)]), /CROSSED_BORDER/);
});

test('of a journey that is not published nothing is known, not even that nothing is invented', () => {
  assertRed(nothingInvented([], REFERENCE, truth), /réponse à la demande : rien/);
  const refused = consulted(`/v0/journeys/${REFERENCE}`, { code: 'NOT_FOUND' }, { status: 404 });
  assertRed(nothingInvented([refused], REFERENCE, truth), /404/);
  assertRedWhenMisshapen('alerts', consult, (records) => nothingInvented(records, REFERENCE, truth));
  const unlisted = consult({ transitReference: REFERENCE });
  assertRed(nothingInvented([unlisted], REFERENCE, truth), /aucune liste/);
});
