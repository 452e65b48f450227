import { z } from 'zod';
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { u8 } from '../bytes/frame-fields.ts';

/**
 * What a device says of itself in heartbeats and alarms. `terminalInfo` is what is written; the names of its bits stand
 * beside it for the reader.
 * @source Concox GT06 manual, 5.3.1.12 to 5.3.1.16 (status information)
 */
export const statusFields = z.object({
  terminalInfo: u8,
  voltageLevel: u8,
  gsmLevel: u8,
  alarm: u8,
  language: u8,
});
/** The status block as it stands in `fields`. */
export type StatusFields = z.infer<typeof statusFields>;

/** Terminal information, voltage, GSM, alarm, language: one byte each. */
export const STATUS = 5;

export function readStatus(reader: ByteReader): StatusFields {
  return {
    terminalInfo: reader.u8(),
    voltageLevel: reader.u8(),
    gsmLevel: reader.u8(),
    alarm: reader.u8(),
    language: reader.u8(),
  };
}

export const writeStatus = (writer: ByteWriter, status: StatusFields): ByteWriter =>
  writer
    .u8(status.terminalInfo)
    .u8(status.voltageLevel)
    .u8(status.gsmLevel)
    .u8(status.alarm)
    .u8(status.language);

/** The bits of the terminal information by their names. */
export const bitsOf = ({ terminalInfo }: StatusFields) => ({
  relayCut: (terminalInfo & 0x80) !== 0,
  gpsOn: (terminalInfo & 0x40) !== 0,
  alarmBits: (terminalInfo >> 3) & 7,
  charging: (terminalInfo & 4) !== 0,
  accOn: (terminalInfo & 2) !== 0,
  armed: (terminalInfo & 1) !== 0,
});

/** Voltage in steps from 0 (none) to 6 (full), as a share; null: not a step. @source manual 5.3.1.14; share: assumption */
export const batteryPctOf = (level: number): number | null =>
  level <= 6 ? Math.round((level * 100) / 6) : null;
