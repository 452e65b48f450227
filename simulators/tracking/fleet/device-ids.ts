import type { ProtocolName } from '../protocols/protocol.ts';

/** Luhn's digit, the last of an IMEI. @source ISO/IEC 7812-1 annex B; 3GPP TS 23.003 annex B */
function luhn(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

const padded = (index: number, length: number): string => String(index).padStart(length, '0');

/** An IMEI that nobody has: no reporting body has the number 99. */
function imei(index: number): string {
  const digits = `99000${padded(index, 9)}`;
  return `${digits}${luhn(digits)}`;
}

const rules: { readonly [Name in ProtocolName]: (index: number) => string } = {
  jointech: (index) => `99${padded(index, 8)}`,
  teltonika: imei,
  gt06: imei,
  jt808: (index) => `99${padded(index, 9)}`,
  osmand: (index) => `SIM-${padded(index, 8)}`,
  mqtt: (index) => `SIM-${padded(index, 8)}`,
};

/**
 * Name of a device of a fleet as its protocol writes it, visibly synthetic.
 * @param index number of the device in the whole fleet, from 0
 * @source lengths: JT701D manual V1.4 (10 digits); 3GPP TS 23.003 (IMEI); JT/T 808 (11 digits of a phone)
 */
export const deviceIdOf = (protocol: ProtocolName, index: number): string => rules[protocol](index);
