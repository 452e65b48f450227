import type { z } from 'zod';

import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'office code',
  pattern: /^[A-Z]{2}[0-9][A-Z0-9]{4}$/,
  example: 'TG0LOM1',
};

/**
 * A customs office: ISO country, a digit, then four characters.
 * @source assumption - real SYDONIA codes are not public; ours are visibly synthetic
 */
export const officeCode = identifierSchema<'OfficeCode'>(form);

export type OfficeCode = z.infer<typeof officeCode>;

/** Parses office code text, or throws an IdentifierError (`PATTERN`). */
export const parseOfficeCode = (text: string): OfficeCode => parseIdentifier<'OfficeCode'>(form, text);
