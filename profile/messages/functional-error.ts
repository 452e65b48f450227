import { z } from 'zod';
import { messageId } from '../envelope/envelope.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { finding } from './parts/parts.ts';

/** The receiver cannot accept a well-formed message because of a state or another book. */
export const FunctionalError = defineMessage({
  name: 'FunctionalError',
  wireCode: 'AT92',
  french: 'refus fonctionnel',
  purpose: {
    fr: "Le message est refusé au vu de l'état du mouvement ou d'un autre registre.",
    en: 'The message is refused for the state of the movement or for what another book says.',
  },
  sender: 'receiver',
  recipients: 'one',
  class: 'base',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { ncts: 'IE906', etir: '2XX/3XX' },
  payload: z.strictObject({
    relatesTo: messageId,
    transitReference: transitReference.optional(),
    findings: z.array(finding).min(1).max(9_999),
  }),
});
export type FunctionalErrorPayload = z.infer<typeof FunctionalError.payload>;
