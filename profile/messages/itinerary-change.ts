import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { itinerary, text } from './parts/parts.ts';

/** A truck must take another road or end at another office; the office of departure decides. */
export const ItineraryChange = defineMessage({
  name: 'ItineraryChange',
  wireCode: 'AT04',
  french: "changement d'itinéraire",
  purpose: {
    fr: "Un changement d'itinéraire est demandé, autorisé ou refusé.",
    en: 'A change of itinerary is requested, authorised or refused.',
  },
  sender: 'any office',
  recipients: 'route',
  class: 'extended',
  legalIn: ['RELEASED', 'IN_TRANSIT', 'SUSPENDED', 'OVERDUE'],
  numbering: 'originSeq',
  answeredBy: 'itineraryDecision',
  counterparts: { ncts: 'IE114/IE115, IE002/IE003' },
  payload: z.strictObject({
    transitReference,
    decision: z.enum(['REQUESTED', 'AUTHORISED', 'REFUSED']),
    /** Office that asks or decides; only the office of departure authorises or refuses. */
    office: officeCode,
    decidedAt: instant,
    reason: text(280),
    /** The whole new itinerary; required unless REFUSED. */
    itinerary: itinerary.optional(),
    newLimitDate: instant.optional(),
  }),
});
export type ItineraryChangePayload = z.infer<typeof ItineraryChange.payload>;
