import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import { conditionOf } from '../protocols/jt808/condition.ts';
import { jt808 } from '../protocols/jt808/jt808.ts';
import { type FrameContent, FrameError, type Json, type Report } from '../protocols/protocol.ts';
import type { Device, Dialect, Reading, Settlement } from './dialect.ts';

/** Bit of the alarm flag by which a device of this stack tells a code. @source profile/tracking/alerts/jt808.ts */
const alarmBits: Partial<Record<AlertCode, number>> = {
  OVERSPEED: 1,
  GNSS_LOSS: 4,
  LOW_BATTERY: 7,
  SEAL_TAMPER: 17,
  UNAUTHORISED_STOP: 19,
  GEOFENCE_EXIT: 20,
  ROUTE_TIMEOUT: 22,
  DEVIATION: 23,
  DOOR_OPEN: 31,
};

/**
 * A JT/T 808 e-seal: registers once, logs in with the code that it was given, reports by 0x0200, sends what it stored by
 * 0x0704 of type 1 (blind area), 0x0002 every minute. Versions: `2019`, any other is 2013.
 *
 * An opening that was not authorised, and a cut, are told as tampering (bit 17): the protocol has no signal for them.
 * @source tracking notes, section 4 (handshake, 0x0704), section 10 (heartbeat 60 s); order of resending, time-out: assumption
 */
export const jt808Dialect: Dialect = {
  protocol: jt808,
  expresses: [
    ...['OVERSPEED', 'GNSS_LOSS', 'LOW_BATTERY', 'SEAL_TAMPER', 'SEAL_OPEN', 'UNAUTHORISED_STOP'],
    ...['GEOFENCE_EXIT', 'ROUTE_TIMEOUT', 'DEVIATION', 'DOOR_OPEN'],
  ] as const satisfies readonly AlertCode[],
  // 1023 bytes of body: 3, and for each location 2 and at most 70.
  batch: 14,
  resends: 'oldest-first',
  heartbeatMs: 60_000,
  answerWithinMs: 10_000,
  greet,
  report,
  heartbeat: (device) => message(device, 'heartbeat', 0x0002, {}),
  expectsAnswer: () => true,
  settles,
  knowsNot: (answer) => {
    const { msgId, result } = answerOf(answer)?.fields ?? {};
    return msgId === '0x8100' && (result === 2 || result === 4);
  },
};

/** Registers unless it remembers a code; registers again when the code is refused, once. */
function greet(device: Device, answers: readonly Buffer[]): FrameContent | null {
  const last = answers.at(-1);
  if (!last)
    return device.memory?.secret ? authentication(device, device.memory.secret) : registration(device);
  const answer = answerOf(last);
  if (answer?.fields['msgId'] === '0x8100') {
    const code = answer.fields['authCode'];
    if (answer.fields['result'] !== 0 || typeof code !== 'string') return null;
    if (device.memory) device.memory.secret = code;
    return authentication(device, code);
  }
  const refused = answer?.fields['ackMsgId'] === '0x0102' && answer.fields['result'] !== 0;
  if (!refused || answers.length > 1) return null;
  if (device.memory) device.memory.secret = null;
  return registration(device);
}

/** @source tracking notes, section 4, handshake; makes and plates are made up */
function registration(device: Device): FrameContent {
  const layout = device.variant === '2019' ? '2019' : '2013';
  const register = {
    layout,
    province: 0,
    city: 0,
    makerId: 'SYNTH',
    model: 'CORRIDOR-SYNTHETIC',
    terminalSerial: device.id.slice(-7),
    plateColor: 2,
    plateGbk: `SYN${device.id.slice(-5)}`,
  };
  return message(device, 'login', 0x0100, { register });
}

function authentication(device: Device, authCode: string): FrameContent {
  const versions = { imei: '0'.repeat(15), firmwareVersion: 'CORRIDOR-SYNTHETIC' };
  return message(device, 'login', 0x0102, { authCode, ...(device.variant === '2019' ? versions : {}) });
}

function report(device: Device, readings: readonly Reading[], stored: boolean): FrameContent {
  const located = readings.map((reading) => locationOf(device, reading));
  const [first] = located;
  const single = !stored && first && located.length === 1;
  const frame = single
    ? message(device, 'position', 0x0200, { location: first.fields })
    : message(device, 'position', 0x0704, {
        itemCount: located.length,
        batchType: stored ? 1 : 0,
        locations: located.map(({ fields }) => fields),
      });
  const conditions = located.map(({ alarmFlag, extras }) =>
    conditionOf(alarmFlag, { list: extras, tail: Buffer.alloc(0) }, single ? null : stored),
  );
  return { ...frame, reports: readings.map(reportOf), conditions };
}

const reportOf = (reading: Reading): Report => ({
  time: new Date(Math.floor(reading.at / 1000) * 1000).toISOString(),
  lat: Math.round(reading.lat * 1e6) / 1e6 + 0,
  lon: Math.round(reading.lon * 1e6) / 1e6 + 0,
  speedKmh: Math.round(reading.speedKmh * 10) / 10,
  courseDeg: Math.round(reading.courseDeg),
  altitudeM: Math.round(reading.altitudeM),
  fixed: reading.fixed,
});

function locationOf(device: Device, reading: Reading) {
  const extras = extrasOf(device, reading);
  const alarmFlag = alarmFlagOf(reading);
  const fields = {
    alarmFlag,
    // Bit 0: supplied from outside; bit 18: positions by GPS.
    statusFlag: (reading.externalPower ? 1 : 0) | 0x40000,
    extras: extras.map(({ id, bytes }) => ({
      id: `0x${id.toString(16).padStart(2, '0')}`,
      hex: bytes.toString('hex'),
    })),
  };
  return { alarmFlag, extras, fields };
}

/** SEAL_OPEN goes by extra 0B where it is authorised. */
function alarmFlagOf({ alerts, authorised }: Reading): number {
  const forced = alerts.includes('LOCK_CUT') || (alerts.includes('SEAL_OPEN') && !authorised);
  const bits = alerts.flatMap((alert) => alarmBits[alert] ?? []);
  return (forced ? [...bits, 17] : bits).reduce((flag, bit) => (flag | (1 << bit)) >>> 0, 0);
}

interface Extra {
  readonly id: number;
  readonly bytes: Buffer;
}

function extrasOf(device: Device, reading: Reading): Extra[] {
  const mileage = Buffer.alloc(4);
  mileage.writeUInt32BE(Math.min(Math.max(Math.round(reading.odometerKm * 10), 0), 0xffffffff));
  const extras: Extra[] = [
    { id: 0x01, bytes: mileage },
    { id: 0x31, bytes: Buffer.from([Math.min(reading.satellites, 255)]) },
    { id: 0xd4, bytes: Buffer.from([Math.round(reading.batteryPct)]) },
  ];
  if (reading.lock !== 'UNKNOWN')
    extras.push({ id: 0x63, bytes: padlock(device, reading.lock === 'LOCKED') });
  // Card 0, opened.
  if (reading.alerts.includes('SEAL_OPEN') && reading.authorised)
    extras.push({ id: 0x0b, bytes: Buffer.from([1, 0, 0, 0, 0, 1]) });
  // Route 0, no time, too long.
  if (reading.alerts.includes('ROUTE_TIMEOUT'))
    extras.push({ id: 0x13, bytes: Buffer.from([0, 0, 0, 0, 0, 0, 1]) });
  return extras;
}

/** The one lock of the device: id of 6 bytes, 3.7 V, sealed or not, state, strength of its signal. */
function padlock(device: Device, sealed: boolean): Buffer {
  const id = device.id.replace(/\D/g, '').slice(-12).padStart(12, '0');
  return Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x0e, 0x74, sealed ? 0x31 : 0x30, 0x80, 0])]);
}

function message(
  device: Device,
  kind: FrameContent['kind'],
  msgId: number,
  body: { readonly [name: string]: Json },
): FrameContent {
  const version2019 = device.variant === '2019';
  const fields = {
    msgId: `0x${msgId.toString(16).padStart(4, '0')}`,
    version2019,
    ...(version2019 ? { protocolVersion: 1 } : {}),
    serial: device.nextSerial() & 0xffff,
    ...body,
  };
  return { kind, deviceId: device.id, reports: [], conditions: [], fields };
}

const server = { deviceId: null, zoneMinutes: jt808.zoneMinutes, udp: false, speaker: 'server' } as const;

function answerOf(bytes: Buffer): FrameContent | null {
  try {
    return jt808.read(bytes, server);
  } catch (error) {
    if (error instanceof FrameError) return null;
    throw error;
  }
}

/** 0x8001 with serial and id of the frame, 0x8100 with the serial of a registration; 4: done, an alarm confirmed. */
function settles(sent: FrameContent, answer: Buffer): Settlement {
  const said = answerOf(answer);
  if (said === null || said.deviceId !== sent.deviceId) return 'unrelated';
  const { msgId, ackSerial, ackMsgId, result } = said.fields;
  const answers =
    msgId === '0x8001'
      ? ackMsgId === sent.fields['msgId']
      : msgId === '0x8100' && sent.fields['msgId'] === '0x0100';
  if (!answers || ackSerial !== sent.fields['serial']) return 'unrelated';
  return result === 0 || (result === 4 && msgId === '0x8001') ? 'accepted' : 'again';
}
