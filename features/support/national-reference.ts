import type { NationalReference } from '../../profile/identifiers/national-reference.ts';

/** A national reference that names another declaration. */
export type NationalChange = (reference: NationalReference) => NationalReference;

/** The part of a SYDONIA key that is copied wrongly, as officers say it. */
export const NATIONAL_CHANGES: Readonly<Record<string, NationalChange>> = {
  'le numéro': (reference) => ({ ...reference, number: Math.max(1, (reference.number + 1) % 10_000_000) }),
  "l'année": (reference) => ({ ...reference, year: reference.year - 1 }),
  'la série': (reference) => ({ ...reference, serial: reference.serial === 'T' ? 'E' : 'T' }),
};
