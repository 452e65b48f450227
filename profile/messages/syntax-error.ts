import { z } from 'zod';
import { messageId } from '../envelope/envelope.ts';
import { defineMessage } from './message.ts';
import { finding } from './parts/parts.ts';

/** The answer to a message that is wrong by itself, with every fault and where it is. */
export const SyntaxError = defineMessage({
  name: 'SyntaxError',
  wireCode: 'AT91',
  french: 'refus de syntaxe',
  purpose: {
    fr: 'Le message est refusé en lui-même : syntaxe, codes, identifiants, règles ; toutes les fautes sont citées.',
    en: 'The message is refused by itself: syntax, codes, identifiers, rules; all faults are listed.',
  },
  sender: 'receiver',
  recipients: 'one',
  class: 'base',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { ncts: 'IE917', etir: '1XX' },
  payload: z.strictObject({
    relatesTo: messageId.optional(),
    findings: z.array(finding).min(1).max(9_999),
  }),
});
export type SyntaxErrorPayload = z.infer<typeof SyntaxError.payload>;
