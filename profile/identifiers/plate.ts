import type { z } from 'zod';

import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'vehicle plate',
  pattern: /^[A-Z0-9](?:[A-Z0-9 -]{1,13})[A-Z0-9]$/,
  example: 'TG-1234-AB',
};

/**
 * A vehicle registration plate as written on the vehicle, upper case.
 * @source assumption - national patterns are reference data
 */
export const plate = identifierSchema<'Plate'>(form);

export type Plate = z.infer<typeof plate>;

/** Parses vehicle plate text, or throws an IdentifierError (`PATTERN`). */
export const parsePlate = (text: string): Plate => parseIdentifier<'Plate'>(form, text);
