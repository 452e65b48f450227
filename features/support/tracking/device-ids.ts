import { hashText } from '../../../fixtures/random.ts';
import type { ProtocolName } from '../../../simulators/tracking/protocols/protocol.ts';

const digits = (value: number, count: number): string => String(value % 10 ** count).padStart(count, '0');

/** Serials are below a million: spread so, no two of a run meet, and those of two runs hardly ever do. */
const SPREAD = 97;

/**
 * A device id as the protocol has it, visibly synthetic: an IMEI of the test range (`00`), a terminal or phone number
 * that begins with 99 or zeros.
 * @source 3GPP TS 23.003 annex A (TAC `00` is for tests); the others: assumption
 */
export function deviceIdOf(protocol: ProtocolName, serial: number, salt: string): string {
  const mark = hashText(salt);
  const spread = digits(mark + serial * SPREAD, 8);
  if (protocol === 'jointech') return `00${spread}`;
  if (protocol === 'jt808') return `9900${spread}`;
  if (protocol === 'teltonika' || protocol === 'gt06') return `00${digits(mark, 7)}${digits(serial, 6)}`;
  return `FICTIF-${digits(mark, 6)}${digits(serial, 6)}`;
}
