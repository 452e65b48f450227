import { FieldError, type FrameContent, FrameError } from '../protocol.ts';

/**
 * How many digits name a device: 15 of an IMEI. Others are read as well, since the length stands before them: 14 of a
 * MEID or an IMEI without its check digit, 16 and 17 with the version of the firmware or padding.
 * @source Teltonika data sending protocols, IMEI message (15); assumption (others)
 */
export const IMEI_LENGTHS: readonly number[] = [14, 15, 16, 17];

/** What Teltonika calls a device. @source Teltonika data sending protocols, IMEI message; assumption (14, 16, 17 digits) */
export const imeiPattern = /^\d{14,17}$/;

/** Bytes of the length before the digits. */
export const LOGIN_HEAD = 2;

/** Whether a frame is a login: a length, and that many bytes. */
export const isLogin = (frame: Buffer): boolean =>
  frame.length > LOGIN_HEAD &&
  IMEI_LENGTHS.includes(frame.readUInt16BE(0)) &&
  frame.length === LOGIN_HEAD + frame.readUInt16BE(0);

/** Reads the first message of a connection. @throws FrameError `VALUE` @source Teltonika data sending protocols */
export function readLogin(frame: Buffer): FrameContent {
  const deviceId = frame.toString('latin1', LOGIN_HEAD);
  if (!imeiPattern.test(deviceId)) throw new FrameError('VALUE', LOGIN_HEAD, 'the IMEI is not of digits');
  return { kind: 'login', deviceId, reports: [], conditions: [], fields: {} };
}

/** Writes the first message of a connection. @throws FieldError without an IMEI */
export const writeLogin = (frame: FrameContent): Buffer => {
  const imei = imeiOf(frame);
  return Buffer.from(`\u0000${String.fromCharCode(imei.length)}${imei}`, 'latin1');
};

/** The IMEI of a frame that must have one. @throws FieldError */
export function imeiOf({ deviceId }: FrameContent): string {
  if (deviceId !== null && imeiPattern.test(deviceId)) return deviceId;
  throw new FieldError('/deviceId', `${deviceId} is no IMEI of 15 digits`);
}
