import type { z } from 'zod';

import { type IdentifierForm, identifierSchema, parseIdentifier } from './identifier.ts';

const form: IdentifierForm = {
  label: 'tracking platform code',
  pattern: /^TRK-[A-Z]{2}$/,
  example: 'TRK-TG',
};

/**
 * A tracking platform, by the country that runs it: `TRK-TG` is the Togolese one.
 * @source assumption - no public code for these platforms; one platform a country in profile 0.1
 */
export const platformCode = identifierSchema<'PlatformCode'>(form);

export type PlatformCode = z.infer<typeof platformCode>;

/** Parses a platform code, or throws an IdentifierError (`PATTERN`). */
export const parsePlatformCode = (text: string): PlatformCode => parseIdentifier<'PlatformCode'>(form, text);
