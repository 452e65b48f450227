import type { z } from 'zod';
import { checkDigitOf } from './check-digit.ts';
import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'container number',
  pattern: /^[A-Z]{3}[UJZ][0-9]{7}$/,
  example: 'CSQU3054383',
  checkDigit: checkDigitOf,
};

/**
 * A freight container: owner, category, serial number, check digit.
 * @source ISO 6346
 */
export const containerNumber = identifierSchema<'ContainerNumber'>(form);

export type ContainerNumber = z.infer<typeof containerNumber>;

/** Parses container number text, or throws an IdentifierError (`PATTERN`, `CHECK_DIGIT`). */
export const parseContainerNumber = (text: string): ContainerNumber =>
  parseIdentifier<'ContainerNumber'>(form, text);
