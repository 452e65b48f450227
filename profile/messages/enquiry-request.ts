import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** The office of departure looks for a truck that has not arrived in time, or for a missing control result. */
export const EnquiryRequest = defineMessage({
  name: 'EnquiryRequest',
  wireCode: 'AT12',
  french: 'avis de recherche',
  purpose: {
    fr: 'Le bureau de départ, sans nouvelle du camion ou du contrôle, interroge la destination ou le dernier passage.',
    en: 'The office of departure, without news of truck or control, asks destination or last passage.',
  },
  sender: 'office of departure',
  recipients: 'country',
  class: 'extended',
  legalIn: ['OVERDUE', 'ARRIVED', 'UNDER_ENQUIRY'],
  numbering: 'movementVersion',
  answeredBy: 'enquiryAnswer',
  counterparts: { ncts: 'IE142/IE145 (IE140)' },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    enquiredAt: instant,
    reason: text(280),
    /** The answer is due by then. */
    respondBy: instant,
    contact: text(140),
  }),
});
export type EnquiryRequestPayload = z.infer<typeof EnquiryRequest.payload>;
