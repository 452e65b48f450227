import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { enquiryResponses } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** The answer to an enquiry: no trace, arrived here or elsewhere, results to follow, or competent for recovery. */
export const EnquiryResponse = defineMessage({
  name: 'EnquiryResponse',
  wireCode: 'AT13',
  french: 'réponse à un avis de recherche',
  purpose: {
    fr: "La destination ou le dernier passage dit ce qu'il sait du camion recherché.",
    en: 'Destination or last passage says what it knows of the truck looked for.',
  },
  sender: 'any office',
  recipients: 'country',
  class: 'extended',
  legalIn: ['UNDER_ENQUIRY', 'ARRIVED', 'CONTROLLED', 'DISCREPANCY'],
  numbering: 'originSeq',
  counterparts: { ncts: 'IE143/IE144 (IE059)' },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    code: code(enquiryResponses),
    /** Required for codes 2 and 4 (R17). */
    text: text(512).optional(),
    /** Required for code 3 (R17). */
    arrivedAt: instant.optional(),
  }),
});
export type EnquiryResponsePayload = z.infer<typeof EnquiryResponse.payload>;
