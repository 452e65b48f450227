import type { z } from 'zod';

import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'country code',
  pattern: /^[A-Z]{2}$/,
  example: 'TG',
};

/**
 * A country by its two letters; which countries take part is reference data, not code.
 * @source ISO 3166-1 alpha-2
 */
export const countryCode = identifierSchema<'CountryCode'>(form);

export type CountryCode = z.infer<typeof countryCode>;

/** Parses country code text, or throws an IdentifierError (`PATTERN`). */
export const parseCountryCode = (text: string): CountryCode => parseIdentifier<'CountryCode'>(form, text);
