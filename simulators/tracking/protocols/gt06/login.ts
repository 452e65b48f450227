import { z } from 'zod';
import { parseFields, u16 } from '../bytes/frame-fields.ts';
import { FieldError, FrameError } from '../protocol.ts';
import type { Message } from './message.ts';

/**
 * `type` of the device, and its zone: `hhmm` as the device counts (800 for eight hours), `west` of Greenwich, language
 * bits. Each may be missing.
 * @source Concox GT06 manual, 5.1.1.4; LL301 protocol (type, time zone and language)
 */
const loginFields = z.object({
  type: u16.exactOptional(),
  zone: z
    .object({
      hhmm: z.int().min(0).max(0xfff),
      west: z.boolean(),
      language: z.int().min(0).max(7),
    })
    .exactOptional(),
});

const WEST = 8;

/**
 * Login: the IMEI in 16 packed digits, the first of them 0.
 * @source Concox GT06 manual, 5.1 (login message packet)
 */
export const login: Message = {
  read(reader) {
    const { at, left } = reader;
    if (left !== 8 && left !== 10 && left !== 12) return null;
    const digits = reader.hex(8);
    if (!/^\d{16}$/.test(digits)) throw new FrameError('VALUE', at, `${digits} is no IMEI`);
    const type = reader.left > 0 ? { type: reader.u16() } : {};
    const zone = reader.left > 0 ? { zone: zoneOf(reader.u16()) } : {};
    const deviceId = digits.replace(/^0/, '');
    return { kind: 'login', deviceId, reports: [], conditions: [], fields: { ...type, ...zone } };
  },
  write(writer, frame) {
    const { type, zone } = parseFields(loginFields, frame);
    writer.hex(packed(frame.deviceId));
    if (type !== undefined) writer.u16(type);
    if (zone === undefined) return;
    if (type === undefined) throw new FieldError('/fields/type', 'a zone follows a type');
    writer.u16((zone.hhmm << 4) | (zone.west ? WEST : 0) | zone.language);
  },
};

const zoneOf = (word: number) => ({ hhmm: word >> 4, west: (word & WEST) !== 0, language: word & 7 });

function packed(id: string | null): string {
  if (id === null || !/^(?:\d{15}|[1-9]\d{15})$/.test(id))
    throw new FieldError('/deviceId', `${id} is no IMEI of 15 digits`);
  return id.padStart(16, '0');
}
