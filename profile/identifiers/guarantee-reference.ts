import type { z } from 'zod';
import { checkDigitOf } from './check-digit.ts';
import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'guarantee reference',
  pattern: /^[0-9]{2}[A-Z]{2}[A-Z0-9]{12}[0-9]$/,
  example: '26TG000000000CCI6',
  checkDigit: checkDigitOf,
};

/**
 * A guarantee (17 characters): year, country of the guarantor, twelve characters, check digit.
 * @source NCTS GRN an17 (rule R0318); check digit as R0028; assumption for the region
 */
export const guaranteeReference = identifierSchema<'GuaranteeReference'>(form);

export type GuaranteeReference = z.infer<typeof guaranteeReference>;

/** Parses guarantee reference text, or throws an IdentifierError (`PATTERN`, `CHECK_DIGIT`). */
export const parseGuaranteeReference = (text: string): GuaranteeReference =>
  parseIdentifier<'GuaranteeReference'>(form, text);
