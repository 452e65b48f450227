import { FieldError, type FrameContent, FrameError } from '../protocol.ts';

/** What Teltonika calls a device. @source Teltonika data sending protocols, IMEI message */
export const imeiPattern = /^\d{15}$/;

/** u16 15, then 15 digits. */
export const LOGIN_LENGTH = 17;

/** Reads the first message of a connection. @throws FrameError `VALUE` @source Teltonika data sending protocols */
export function readLogin(frame: Buffer): FrameContent {
  const deviceId = frame.toString('latin1', 2);
  if (!imeiPattern.test(deviceId)) throw new FrameError('VALUE', 2, 'the IMEI is not of 15 digits');
  return { kind: 'login', deviceId, reports: [], conditions: [], fields: {} };
}

/** Writes the first message of a connection. @throws FieldError without an IMEI */
export function writeLogin({ deviceId }: FrameContent): Buffer {
  if (deviceId === null || !imeiPattern.test(deviceId))
    throw new FieldError('/deviceId', `${deviceId} is no IMEI of 15 digits`);
  return Buffer.from(`\u0000\u000f${deviceId}`, 'latin1');
}
