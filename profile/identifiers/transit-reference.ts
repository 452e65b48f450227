import type { z } from 'zod';
import { checkDigitOf } from './check-digit.ts';
import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'transit reference',
  pattern: /^[0-9]{2}[A-Z]{2}[0-9][A-Z0-9]{4}[A-Z][0-9]{7}[0-9]$/,
  example: '26TG0LOM1T00000014',
  checkDigit: checkDigitOf,
};

/**
 * The one number of a movement in all countries (18 characters): year, country, office, serial, number, check digit.
 * @source draft message set 6.1; check digit as NCTS rule R0028
 */
export const transitReference = identifierSchema<'TransitReference'>(form);

export type TransitReference = z.infer<typeof transitReference>;

/** Parses transit reference text, or throws an IdentifierError (`PATTERN`, `CHECK_DIGIT`). */
export const parseTransitReference = (text: string): TransitReference =>
  parseIdentifier<'TransitReference'>(form, text);
