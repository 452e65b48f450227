import { z } from 'zod';
import { messageId } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { controlOutcome } from './parts/control-outcome.ts';

/** The office of destination tells what the control of the goods and seals gave. */
export const ControlResult = defineMessage({
  name: 'ControlResult',
  wireCode: 'AT08',
  french: 'résultat du contrôle',
  purpose: {
    fr: 'Le bureau de destination communique le résultat du contrôle.',
    en: 'The office of destination communicates the control result.',
  },
  sender: 'office of destination',
  recipients: 'route',
  class: 'base',
  legalIn: ['ARRIVED', 'CONTROLLED', 'DISCREPANCY'],
  numbering: 'originSeq',
  counterparts: { ncts: 'IE018', etir: 'I11/I13' },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    ...controlOutcome.shape,
    /** `messageId` of the ControlResult that this one corrects. */
    corrects: messageId.optional(),
  }),
});
export type ControlResultPayload = z.infer<typeof ControlResult.payload>;
