import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import { gt06 } from '../protocols/gt06/gt06.ts';
import { readEnvelope } from '../protocols/gt06/packet.ts';
import { FieldError, type FrameContent, FrameError, type Report } from '../protocols/protocol.ts';
import type { Device, Dialect, Reading, Settlement } from './dialect.ts';

/**
 * Alarm codes by alert, the gravest first: a frame has one code.
 * @source profile mapping of gt06; the order: assumption
 */
const codes: ReadonlyMap<AlertCode, number> = new Map([
  ['SEAL_TAMPER', 0x13],
  ['DEVICE_DETACHED', 0x18],
  ['SEAL_OPEN', 0x34],
  ['DOOR_OPEN', 0x14],
  ['GNSS_JAM', 0x30],
  ['GEOFENCE_EXIT', 0x05],
  ['ARRIVAL_GEOFENCE', 0x04],
  ['OVERSPEED', 0x06],
  ['GNSS_LOSS', 0x0a],
  ['LOW_BATTERY', 0x19],
]);

const BITS = { gpsOn: 0x40, lowBattery: 3 << 3, charging: 4, accOn: 2, armed: 1 };
const LANGUAGE = 2;
const GSM = 4;
const GPS_BLOCK_BYTES = 12;
const FULL = 6;

/** A visibly synthetic cell. @source assumption */
const LBS = { mcc: 999, mnc: 99, lac: 9999, cid: 9999 };

/**
 * How a GT06 tracker talks: login, one record in each frame (0x22, its re-upload flag for the stored), an alarm frame
 * (0x16) for what it notices, a heartbeat every three minutes. Login, heartbeat and alarm are answered within 5 s or the
 * device connects anew; locations need no answer. One alarm code in a frame: of several alerts the gravest is told, and
 * a low battery beside it. A heartbeat has no battery of its own here: it says full.
 * @source Concox GT06 manual, 3 and 5
 */
export const gt06Dialect: Dialect = {
  protocol: gt06,
  expresses: [...codes.keys()],
  batch: 1,
  resends: 'oldest-first',
  heartbeatMs: 180_000,
  answerWithinMs: 5_000,
  greet: (device, answers) => (answers.length > 0 ? null : bare(device, 'login', '0x01', {})),
  report,
  heartbeat: (device) =>
    bare(device, 'heartbeat', '0x13', {
      terminalInfo: BITS.gpsOn | BITS.armed,
      voltageLevel: FULL,
      gsmLevel: GSM,
      alarm: 0,
      language: LANGUAGE,
    }),
  expectsAnswer: ({ kind }) => kind === 'login' || kind === 'heartbeat' || kind === 'alarm',
  settles,
};

function bare(
  device: Device,
  kind: FrameContent['kind'],
  protocol: string,
  fields: FrameContent['fields'],
): FrameContent {
  const envelope = { start: '7878', protocol, serial: device.nextSerial() & 0xffff };
  return { kind, deviceId: device.id, reports: [], conditions: [], fields: { ...envelope, ...fields } };
}

function report(device: Device, readings: readonly Reading[], stored: boolean): FrameContent {
  const [reading, ...more] = readings;
  if (reading === undefined || more.length > 0)
    throw new FieldError('/reports', `GT06 sends one report in a frame, not ${readings.length}`);
  const alert = [...codes.keys()].find((code) => reading.alerts.includes(code));
  const code = alert === undefined ? undefined : codes.get(alert);
  const content =
    code === undefined
      ? bare(device, 'position', '0x22', positionFields(reading, stored))
      : bare(device, 'alarm', '0x16', alarmFields(reading, code));
  return { ...content, reports: [reportOf(reading)] };
}

const reportOf = (reading: Reading): Report => ({
  time: new Date(reading.at).toISOString(),
  lat: reading.lat,
  lon: reading.lon,
  speedKmh: Math.min(255, reading.speedKmh),
  courseDeg: reading.courseDeg,
  altitudeM: null,
  fixed: reading.fixed,
});

const gpsOf = ({ satellites }: Reading) => ({
  gpsLen: GPS_BLOCK_BYTES,
  satellites: Math.min(15, satellites),
  courseStatusHex: '1400',
});

const positionFields = (reading: Reading, stored: boolean) => ({
  gps: gpsOf(reading),
  lbs: LBS,
  acc: reading.speedKmh > 0 ? 1 : 0,
  uploadMode: 0,
  reupload: stored ? 1 : 0,
  mileageM: Math.round(reading.odometerKm * 1000),
});

function alarmFields(reading: Reading, alarm: number) {
  const { externalPower, speedKmh, lock, alerts, batteryPct } = reading;
  const terminalInfo =
    BITS.gpsOn |
    (alerts.includes('LOW_BATTERY') ? BITS.lowBattery : 0) |
    (externalPower ? BITS.charging : 0) |
    (speedKmh > 0 ? BITS.accOn : 0) |
    (lock === 'LOCKED' ? BITS.armed : 0);
  const voltageLevel = Math.round((batteryPct * FULL) / 100);
  return {
    gps: gpsOf(reading),
    lbsLen: 9,
    lbs: LBS,
    terminalInfo,
    voltageLevel,
    gsmLevel: GSM,
    alarm,
    language: LANGUAGE,
  };
}

/** An answer repeats the protocol number and the serial of what it answers. */
function settles({ fields }: FrameContent, answer: Buffer): Settlement {
  try {
    const { protocol, serial } = readEnvelope(answer);
    return Number(fields['protocol']) === protocol && fields['serial'] === serial ? 'accepted' : 'unrelated';
  } catch (error) {
    if (error instanceof FrameError) return 'unrelated';
    throw error;
  }
}
