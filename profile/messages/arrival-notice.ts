import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { controlOutcome } from './parts/control-outcome.ts';
import { sealsCheck, text } from './parts/parts.ts';

/** The office of destination tells the others that the truck has arrived, with the control result if made in one act. */
export const ArrivalNotice = defineMessage({
  name: 'ArrivalNotice',
  wireCode: 'AT07',
  french: "avis d'arrivée",
  purpose: {
    fr: 'Le bureau de destination informe que le camion est arrivé.',
    en: 'The office of destination tells that the truck has arrived.',
  },
  sender: 'office of destination',
  recipients: 'route',
  class: 'base',
  legalIn: [
    'NONE',
    'RELEASED',
    'IN_TRANSIT',
    'SUSPENDED',
    'OVERDUE',
    'UNDER_ENQUIRY',
    'RECOVERY',
    'CLOSED_MANUALLY',
  ],
  numbering: 'originSeq',
  counterparts: { ncts: 'IE006, IE024', etir: 'I11' },
  payload: z.strictObject({
    transitReference,
    /** Actual office of arrival. */
    office: officeCode,
    arrivedAt: instant,
    seals: sealsCheck,
    /** Control result when arrival and result are one act (P14). */
    controlResult: controlOutcome.optional(),
    remarks: text(512).optional(),
  }),
});
export type ArrivalNoticePayload = z.infer<typeof ArrivalNotice.payload>;
