import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { money, text } from './parts/parts.ts';

/** The office of departure claims the duties of a movement that nobody can account for (P15). */
export const RecoveryNotice = defineMessage({
  name: 'RecoveryNotice',
  wireCode: 'AT21',
  french: 'avis de recouvrement',
  purpose: {
    fr: "Le bureau de départ engage le recouvrement des droits d'un mouvement non apuré.",
    en: 'The office of departure starts recovery of the duties of an undischarged movement.',
  },
  sender: 'office of departure',
  recipients: 'route',
  class: 'extended',
  legalIn: ['OVERDUE', 'UNDER_ENQUIRY', 'DISCREPANCY'],
  numbering: 'movementVersion',
  counterparts: { ncts: 'IE063, IE150' },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    startedAt: instant,
    reason: text(280),
    amount: money,
  }),
});
export type RecoveryNoticePayload = z.infer<typeof RecoveryNotice.payload>;
