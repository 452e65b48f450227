import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { guaranteeOperations, guaranteeReasons } from '../code-lists/code-lists.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { guaranteeReference } from '../identifiers/guarantee-reference.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { amount } from './parts/parts.ts';

/** The answer of the guarantee register. */
export const GuaranteeResult = defineMessage({
  name: 'GuaranteeResult',
  wireCode: 'AT15',
  french: 'résultat sur garantie',
  purpose: {
    fr: 'Le registre des garanties répond : accepté ou non, pourquoi, et ce qui reste disponible.',
    en: 'The guarantee register answers: accepted or not, why, and what remains available.',
  },
  sender: 'receiver',
  recipients: 'one',
  class: 'guarantee',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { ncts: 'IE201/IE205', etir: 'I2, E6' },
  payload: z.strictObject({
    operation: code(guaranteeOperations),
    guaranteeReference,
    accepted: z.boolean(),
    /** Why not; empty when accepted. */
    reasons: z.array(code(guaranteeReasons)).max(10),
    /** Whole XOF; reservable kind only. */
    availableAmount: amount.optional(),
    countriesNotCovered: z.array(countryCode).max(20).optional(),
    /** Given on RESERVE. */
    reservationId: z.uuid().optional(),
    transitReference: transitReference.optional(),
  }),
});
export type GuaranteeResultPayload = z.infer<typeof GuaranteeResult.payload>;
