import { z } from 'zod';
import { checkDigitOf } from './check-digit.ts';
import { type OfficeCode, officeCode } from './office-code.ts';
import { parseTransitReference, type TransitReference } from './transit-reference.ts';

/**
 * The key of a declaration in SYDONIA: office, year, serial letter, number. Always carried beside the
 * transit reference, from which it can be read back.
 * @source ASYCUDA World registration (office + year + serial + number); draft message set 6.1
 */
export const nationalReference = z.strictObject({
  office: officeCode,
  /** Four digits, e.g. 2026. */
  year: z.int().min(2000).max(2099),
  serial: z.string().regex(/^[A-Z]$/),
  number: z.int().min(1).max(9_999_999),
});

export type NationalReference = z.infer<typeof nationalReference>;

/** The transit reference that a SYDONIA key stands for; the check digit is computed. */
export function transitReferenceOf({ office, year, serial, number }: NationalReference): TransitReference {
  const body = `${String(year % 100).padStart(2, '0')}${office}${serial}${String(number).padStart(7, '0')}`;
  return parseTransitReference(body + checkDigitOf(body));
}

/** The SYDONIA key read back from a transit reference; the century is 2000. */
export function nationalReferenceOf(reference: TransitReference): NationalReference {
  return {
    office: reference.slice(2, 9) as OfficeCode,
    year: 2000 + Number(reference.slice(0, 2)),
    serial: reference.slice(9, 10),
    number: Number(reference.slice(10, 17)),
  };
}
