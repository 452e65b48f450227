import type { Device, Dialect, Reading } from '../../simulators/tracking/devices/dialect.ts';
import {
  FieldError,
  FrameError,
  type Protocol,
  type Session,
} from '../../simulators/tracking/protocols/protocol.ts';
import { bytesOf, vectorsOf } from '../../simulators/tracking/protocols/testing/vectors.ts';

const READING: Reading = {
  at: Date.UTC(2026, 0, 15, 12, 30, 5),
  lat: 6.1375,
  lon: -1.2831,
  altitudeM: 40,
  speedKmh: 52,
  courseDeg: 12,
  satellites: 9,
  fixed: true,
  batteryPct: 81,
  externalPower: true,
  lock: 'LOCKED',
  authorised: false,
  odometerKm: 1_204,
  alerts: [],
};

/** Frames to begin from: those from outside, and what our own devices write, with each alert they can tell. */
export function corpusOf(dialect: Dialect): Buffer[] {
  const outside = vectorsOf(dialect.protocol.name).map(bytesOf);
  return [...outside, ...written(dialect)];
}

function written(dialect: Dialect): Buffer[] {
  const { protocol } = dialect;
  let serial = 0;
  const device: Device = {
    id: '123456789012345',
    zoneMinutes: protocol.zoneMinutes,
    nextSerial: () => ++serial,
  };
  const session: Session = {
    deviceId: device.id,
    zoneMinutes: protocol.zoneMinutes,
    udp: false,
    speaker: 'device',
  };
  const readings = [READING, ...dialect.expresses.map((alert): Reading => ({ ...READING, alerts: [alert] }))];
  const contents = [
    () => dialect.greet(device, []),
    () => dialect.heartbeat(device),
    ...readings.map((reading) => () => dialect.report(device, [reading], reading !== READING)),
    () => dialect.report(device, readings.slice(0, dialect.batch), true),
  ];
  return contents.flatMap((content) => tryWriting(protocol, content, session));
}

/** What this id or reading cannot be written as is no seed; that is for the tests of the dialect. */
function tryWriting(
  protocol: Protocol,
  content: () => ReturnType<Dialect['greet']>,
  session: Session,
): Buffer[] {
  try {
    const made = content();
    return made ? [protocol.write(made, session)] : [];
  } catch (error) {
    if (error instanceof FieldError || error instanceof FrameError) return [];
    throw error;
  }
}
