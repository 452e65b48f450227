import { numberField, onlyReport, textField, textsField } from '../field-access.ts';
import { FieldError, type FrameContent, type Report, type Session } from '../protocol.ts';
import { isoToClock } from './device-clock.ts';
import { checkLockReport, readLockReport } from './lock-report.ts';
import { count, course, latitude, longitude, mileage, speed } from './lock-report-forms.ts';
import { type Form, type Spelling, spellingOf, writeSpelled } from './spelling.ts';
import { TOKEN, terminalOf, textFrame, tokensOf } from './text-frame.ts';

const MOST = 999_999_999;

/** Writes what `readLockReport` gives; the report wins over the spellings kept in `written`. @throws FieldError */
export function writeLockReport(content: FrameContent, session: Session): Buffer {
  const { fields } = content;
  const written = spellingOf(content);
  const says = 'text without brackets and commas';
  const number = (name: string): string =>
    writeSpelled(count, numberField(fields, name, MOST), `/fields/${name}`, written[name]);
  const tokens = [
    terminalOf(content),
    'P45',
    ...writeReport(onlyReport(content), written, session),
    number('eventSource'),
    number('unlockVerification'),
    textField(fields, 'rfidCard', TOKEN, says),
    number('passwordOk'),
    number('wrongPasswordCount'),
    ...optional(content, written),
  ];
  const frame = textFrame(...tokens);
  checkLockReport(content, readLockReport(tokensOf(frame), session));
  return frame;
}

/** Serial, mileage and what follows: each only with those before it. */
function optional({ fields }: FrameContent, written: Spelling): string[] {
  const more = textsField(fields, 'more', TOKEN, 'text without brackets and commas');
  const { eventSerial = null, mileageKm = null } = fields;
  if (eventSerial === null) {
    if (mileageKm === null && more.length === 0) return [];
    throw new FieldError('/fields/eventSerial', 'a serial is needed where a mileage follows');
  }
  const serial = writeSpelled(
    count,
    numberField(fields, 'eventSerial', MOST),
    '/fields/eventSerial',
    written['eventSerial'],
  );
  if (mileageKm === null) {
    if (more.length === 0) return [serial];
    throw new FieldError('/fields/mileageKm', 'a mileage is needed where more follows');
  }
  if (typeof mileageKm !== 'number') throw new FieldError('/fields/mileageKm', 'a number of km is needed');
  return [serial, measured(mileage, mileageKm, '/fields/mileageKm', written['mileageKm']), ...more];
}

function writeReport(report: Report, written: Spelling, session: Session): string[] {
  if (report.altitudeM !== null) throw new FieldError('/reports/0/altitudeM', 'the frame has no altitude');
  const value = (name: 'lat' | 'lon' | 'speedKmh' | 'courseDeg', form: Form<number>): string => {
    const measure = report[name];
    if (measure === null) throw new FieldError(`/reports/0/${name}`, 'a number is needed');
    const angle = name === 'lat' || name === 'lon';
    return measured(form, angle ? Math.abs(measure) : measure, `/reports/0/${name}`, written[name]);
  };
  return [
    ...clockOf(report, written, session),
    value('lat', latitude),
    hemisphere(report.lat, written['ns'] ?? 'N', 'NS'),
    value('lon', longitude),
    hemisphere(report.lon, written['ew'] ?? 'E', 'EW'),
    report.fixed ? 'A' : 'V',
    value('speedKmh', speed),
    value('courseDeg', course),
  ];
}

/** A measured value to the decimals that the frame has. */
function measured(form: Form<number>, value: number, pointer: string, spelled: string | undefined): string {
  if (!Number.isFinite(value) || value < 0) throw new FieldError(pointer, `${value} cannot be written`);
  return writeSpelled(form, value, pointer, spelled);
}

function clockOf({ time }: Report, written: Spelling, session: Session): string[] {
  if (time !== null) {
    const digits = isoToClock(time, session.zoneMinutes, '/reports/0/time');
    return [digits.slice(0, 6), digits.slice(6)];
  }
  const clock = written['clock'];
  if (clock === undefined || !/^[0-9]{6},[0-9]{6}$/.test(clock))
    throw new FieldError('/reports/0/time', 'a time is needed');
  return clock.split(',');
}

function hemisphere(value: number | null, ofZero: string, letters: 'NS' | 'EW'): string {
  const place = value === null || value === 0 ? letters.indexOf(ofZero) : Number(value < 0);
  return letters.charAt(Math.max(place, 0)) || letters.charAt(0);
}
