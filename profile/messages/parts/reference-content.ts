import { z } from 'zod';
import { code } from '../../code-lists/code.ts';
import { officeRoles } from '../../code-lists/code-lists.ts';
import { instant } from '../../envelope/envelope.ts';
import { countryCode } from '../../identifiers/country-code.ts';
import { officeCode } from '../../identifiers/office-code.ts';
import { text } from './parts.ts';

/** An office as published. Hours are local wall-clock `HH:MM`; days are ISO weekdays 1-7. */
export const officeEntry = z.strictObject({
  code: officeCode,
  name: text(70),
  country: countryCode,
  roles: z.array(code(officeRoles)).min(1).max(4),
  /** IANA zone, e.g. `Africa/Niamey` (UTC+1). */
  timeZone: z.string().regex(/^[A-Za-z_]+\/[A-Za-z_]+$/),
  openingHours: z
    .array(
      z.strictObject({
        days: z.array(z.int().min(1).max(7)).min(1).max(7),
        opens: z.string().regex(/^[0-2][0-9]:[0-5][0-9]$/),
        closes: z.string().regex(/^[0-2][0-9]:[0-5][0-9]$/),
      }),
    )
    .max(7),
  validFrom: instant,
  validUntil: instant.optional(),
});
export type OfficeEntry = z.infer<typeof officeEntry>;

/** An agreed itinerary: offices in order of travel with their part. */
export const itineraryEntry = z.strictObject({
  corridor: z
    .string()
    .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/)
    .max(64),
  legs: z
    .array(
      z.strictObject({
        office: officeCode,
        role: z.enum(['DEPARTURE', 'EXIT', 'ENTRY', 'DESTINATION']),
      }),
    )
    .min(2)
    .max(20),
});
export type ItineraryEntry = z.infer<typeof itineraryEntry>;

/** What a ReferenceDataNotice carries, by kind; it replaces all that its country published of that kind, or of that list. */
export const referenceContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('OFFICES'),
    offices: z.array(officeEntry).min(1).max(999),
  }),
  z.strictObject({
    kind: z.literal('HOLIDAYS'),
    holidays: z.array(z.strictObject({ date: z.iso.date(), name: text(70) })).max(99),
  }),
  z.strictObject({
    kind: z.literal('ITINERARIES'),
    itineraries: z.array(itineraryEntry).max(99),
  }),
  z.strictObject({
    kind: z.literal('CODE_LIST'),
    list: z.string().regex(/^[a-z][A-Za-z]*$/),
    codes: z.array(z.strictObject({ code: text(20), fr: text(140), en: text(140) })).max(9_999),
  }),
  z.strictObject({
    kind: z.literal('UNAVAILABILITY'),
    /** S scheduled, U unscheduled, N not implemented. @source NCTS IE070 */
    type: z.enum(['S', 'U', 'N']),
    from: instant,
    until: instant.optional(),
    fallback: text(280),
  }),
]);
export type ReferenceContent = z.infer<typeof referenceContent>;
