import type { z } from 'zod';

import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'seal number',
  pattern: /^[A-Z0-9][A-Z0-9-]{3,19}$/,
  example: 'TGD-0001234',
};

/**
 * A seal or electronic seal by the number stamped on it.
 * @source assumption - free pattern per operator; unique within a movement (NCTS R0107)
 */
export const sealNumber = identifierSchema<'SealNumber'>(form);

export type SealNumber = z.infer<typeof sealNumber>;

/** Parses seal number text, or throws an IdentifierError (`PATTERN`). */
export const parseSealNumber = (text: string): SealNumber => parseIdentifier<'SealNumber'>(form, text);
