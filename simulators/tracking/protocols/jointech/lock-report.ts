import { jointechAlerts } from '../../../../profile/tracking/alerts/jointech.ts';
import { refuseContradiction } from '../contradiction.ts';
import {
  type Condition,
  type FrameContent,
  FrameError,
  type Json,
  type Report,
  type Session,
} from '../protocol.ts';
import { clockToIso } from './device-clock.ts';
import { count, course, latitude, longitude, mileage, speed } from './lock-report-forms.ts';
import { type Form, readSpelled, type Spelling } from './spelling.ts';
import type { Token } from './text-frame.ts';

/** Fields up to the count of wrong passwords; the serial of the event is the 16th after the terminal. */
const FEWEST = 16;

/** Ways of locking and unlocking. @source JT701D Protocol Manual V1.4, P45 (tracking notes, clause 2) */
const sources = new Map([
  [1, 'rfidCard'],
  [2, 'illegalRfidCard'],
  [3, 'vehicleIdCard'],
  [4, 'remoteStaticPassword'],
  [5, 'autoLock'],
  [6, 'remoteDynamicPassword'],
  [7, 'bluetooth'],
]);

/**
 * Reads P45, the report of a lock or unlock: an alarm when it carries an alert (an opening, an illegal card, a card tried
 * outside its zone), else a position (locked again, refused).
 *
 * @throws FrameError LENGTH for fewer fields than 16, VALUE
 * @source JT701D Protocol Manual V1.4, P45 (tracking notes, clause 2); speed in km/h
 */
export function readLockReport(tokens: readonly Token[], session: Session): FrameContent {
  const last = tokens.at(-1);
  if (tokens.length < FEWEST)
    throw new FrameError(
      'LENGTH',
      last?.offset ?? 0,
      `P45 has ${FEWEST} fields or more, not ${tokens.length}`,
    );
  const written: Spelling = {};
  const value = <Value>(index: number, name: string, form: Form<Value>): Value => {
    const { text = '', offset = 0 } = tokens[index] ?? {};
    const found = readSpelled(form, name, text, written);
    if (found === undefined) throw new FrameError('VALUE', offset, `${JSON.stringify(text)} is no ${name}`);
    return found;
  };
  const report = readReport(tokens, session, value, written);
  const eventSource = value(11, 'eventSource', count);
  const unlockVerification = value(12, 'unlockVerification', count);
  const condition = conditionOf(eventSource, unlockVerification);
  const fields: { [name: string]: Json } = {
    command: 'P45',
    eventSource,
    eventSourceName: sources.get(eventSource) ?? null,
    unlockVerification,
    rfidCard: tokens[13]?.text ?? '',
    passwordOk: value(14, 'passwordOk', count),
    wrongPasswordCount: value(15, 'wrongPasswordCount', count),
    eventSerial: tokens.length > 16 ? value(16, 'eventSerial', count) : null,
    mileageKm: tokens.length > 17 ? value(17, 'mileageKm', mileage) : null,
  };
  if (tokens.length > 18) fields['more'] = tokens.slice(18).map(({ text }) => text);
  if (Object.keys(written).length > 0) fields['written'] = written;
  return {
    kind: condition.alerts.length > 0 ? 'alarm' : 'position',
    deviceId: tokens[0]?.text ?? null,
    reports: [report],
    conditions: [condition],
    fields,
  };
}

function readReport(
  tokens: readonly Token[],
  session: Session,
  value: (index: number, name: string, form: Form<number>) => number,
  written: Spelling,
): Report {
  const clock = `${tokens[2]?.text},${tokens[3]?.text}`;
  if (!/^[0-9]{6},[0-9]{6}$/.test(clock))
    throw new FrameError('VALUE', tokens[2]?.offset ?? 0, `${JSON.stringify(clock)} is no date and time`);
  const time = clockToIso(clock.replace(',', ''), session.zoneMinutes);
  if (time === null) written['clock'] = clock;
  const south = letter(tokens, 5, 'NS');
  const west = letter(tokens, 7, 'EW');
  const lat = value(4, 'lat', latitude);
  const lon = value(6, 'lon', longitude);
  // A zero has no sign that JSON keeps.
  if (lat === 0 && south) written['ns'] = 'S';
  if (lon === 0 && west) written['ew'] = 'W';
  return {
    time,
    lat: (south ? -lat : lat) + 0,
    lon: (west ? -lon : lon) + 0,
    speedKmh: value(9, 'speedKmh', speed),
    courseDeg: value(10, 'courseDeg', course),
    altitudeM: null,
    fixed: !letter(tokens, 8, 'AV'),
  };
}

/** Whether the field is the second of two letters. */
function letter(tokens: readonly Token[], index: number, letters: string): boolean {
  const { text = '', offset = 0 } = tokens[index] ?? {};
  const place = text.length === 1 ? letters.indexOf(text) : -1;
  if (place >= 0) return place === 1;
  throw new FrameError('VALUE', offset, `${JSON.stringify(text)} is none of ${letters}`);
}

const alertOf = (name: (typeof jointechAlerts)[number]['signal']) =>
  jointechAlerts.filter(({ signal }) => signal === name).map(({ alert }) => alert);

/**
 * What a lock report says of the lock. Of a refused attempt nothing is said about the lock itself: it may have been open.
 *
 * @source tracking notes, clause 2 (verification 0 refused, 1 to 10 and 98 accepted, 99 outside the zone)
 */
function conditionOf(source: number, verification: number): Condition {
  const said = { partial: true, stored: null, batteryPct: null } as const;
  const accepted = (verification >= 1 && verification <= 10) || verification === 98;
  if (source === 5) return { ...said, alerts: [], lock: 'LOCKED', authorised: null };
  if (source === 2) return { ...said, alerts: alertOf('illegal-card-tried'), lock: null, authorised: false };
  if (!sources.has(source)) return { ...said, alerts: [], lock: null, authorised: null };
  if (accepted) return { ...said, alerts: alertOf('unlocked'), lock: 'UNLOCKED', authorised: true };
  const alerts = verification === 99 ? alertOf('refused-outside-fence') : [];
  return { ...said, alerts, lock: null, authorised: false };
}

/** Refuses what a lock report, written and read again, does not say. @throws FieldError */
export const checkLockReport = (content: FrameContent, found: FrameContent): void =>
  refuseContradiction(content, found, ['written']);
