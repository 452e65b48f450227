import { FieldError } from '../protocol.ts';

/** 14 digits written as a number, instead of 12 digits in BCD. */
const IMEI_LEAST = 10n ** 13n;
const IMEI_MOST = 10n ** 14n - 1n;

/**
 * The terminal's name: the digits of its phone number without leading zeros. What is not BCD in 6 bytes are the first
 * 14 digits of an IMEI as a number, its check digit is added; what is neither is named in hexadecimal.
 * @source tracking notes, section 4, header; section 6, vectors jt808-104 and jt808-069
 */
export function deviceIdOf(phone: string): string {
  if (/^\d+$/.test(phone)) return phone.replace(/^0+(?=.)/, '');
  const number = phone.length === 12 ? BigInt(`0x${phone}`) : 0n;
  if (number < IMEI_LEAST || number > IMEI_MOST) return phone;
  return `${number}${luhn(String(number))}`;
}

/**
 * The phone of the header: `known` where it names the device, else the device's digits in BCD, or for an IMEI that does
 * not fit into 6 bytes its first 14 digits as a number.
 * @throws FieldError for a device that no phone can name
 */
export function phoneOf(deviceId: string | null, known: string | null, bytes: 6 | 10): string {
  if (deviceId === null) throw new FieldError('/deviceId', 'is needed in each frame');
  if (known !== null && known.length === bytes * 2 && deviceIdOf(known) === deviceId) return known;
  const phone = candidate(deviceId, bytes);
  if (phone !== null && deviceIdOf(phone) === deviceId) return phone;
  throw new FieldError('/deviceId', `is no phone number that fits into ${bytes} bytes`);
}

function candidate(deviceId: string, bytes: 6 | 10): string | null {
  if (/^\d+$/.test(deviceId) && deviceId.length <= bytes * 2) return deviceId.padStart(bytes * 2, '0');
  if (/^\d{15}$/.test(deviceId)) return BigInt(deviceId.slice(0, 14)).toString(16).padStart(12, '0');
  return /^[0-9a-f]+$/.test(deviceId) && deviceId.length === bytes * 2 ? deviceId : null;
}

/** Check digit of an IMEI. @source ISO/IEC 7812-1 annex B (Luhn) */
function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
