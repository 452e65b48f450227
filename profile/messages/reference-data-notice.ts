import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { defineMessage } from './message.ts';
import { referenceContent } from './parts/reference-content.ts';

/** A country tells all participants that its offices, holidays, itineraries or codes change, or that it will be away. */
export const ReferenceDataNotice = defineMessage({
  name: 'ReferenceDataNotice',
  wireCode: 'AT20',
  french: 'avis de données de référence',
  purpose: {
    fr: 'Une administration publie bureaux, jours fériés, itinéraires, codes, ou une indisponibilité.',
    en: 'An administration publishes offices, holidays, itineraries, codes, or an unavailability.',
  },
  sender: 'any office',
  recipients: 'all',
  class: 'reference-data',
  legalIn: 'any',
  numbering: 'none',
  counterparts: {
    ncts: 'IE070/IE071, CS/RD2',
    wco: 'non-transactional data (Lomé 2017)',
  },
  payload: z.strictObject({
    country: countryCode,
    /** Rises by 1 per (country, kind). */
    version: z.int().min(1).max(999_999),
    /** At least 24 h after `preparedAt`, but for UNAVAILABILITY (R29). */
    effectiveFrom: instant,
    content: referenceContent,
  }),
});
export type ReferenceDataNoticePayload = z.infer<typeof ReferenceDataNotice.payload>;
