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

/** Whether a seat is a tracking platform. */
export const isPlatform = (seat: string): boolean => form.pattern.test(seat);

/** The country of a seat: itself, or the one that runs a platform. */
export const countryOfSeat = (seat: string): string => (isPlatform(seat) ? seat.slice(-2) : seat);

/** Parses a platform code, or throws an IdentifierError (`PATTERN`). */
export const parsePlatformCode = (text: string): PlatformCode => parseIdentifier<'PlatformCode'>(form, text);
