import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { guaranteeKinds, guaranteeOperations } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { guaranteeReference } from '../identifiers/guarantee-reference.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { amount, text } from './parts/parts.ts';

/** Customs or a guarantor acts on the regional guarantee register. */
export const GuaranteeRequest = defineMessage({
  name: 'GuaranteeRequest',
  wireCode: 'AT14',
  french: 'demande sur garantie',
  purpose: {
    fr: 'Enregistrer, interroger, affecter, libérer, annuler ou mettre en jeu une garantie.',
    en: 'Register, query, reserve, release, cancel or claim a guarantee.',
  },
  sender: 'office of guarantee',
  /** Sent elsewhere, an access code would have to be stored and passed on (P21). */
  recipients: 'hub',
  class: 'guarantee',
  legalIn: 'any',
  numbering: 'none',
  answeredBy: 'guaranteeAnswer',
  counterparts: { ncts: 'IE200/IE203/IE209/IE204', etir: 'I1, E1, E5' },
  payload: z.strictObject({
    operation: code(guaranteeOperations),
    guaranteeReference,
    /** Never logged, never in evidence (P21). */
    accessCode: z.string().regex(/^[A-Z0-9]{4}$/),
    /** Required for RESERVE, RELEASE and CLAIM. */
    transitReference: transitReference.optional(),
    /** Whole XOF; required for RESERVE and CLAIM. */
    amount: amount.optional(),
    /** Countries the movement crosses; required for QUERY and RESERVE. */
    countries: z.array(countryCode).min(1).max(20).optional(),
    /** Taxpayer number of the holder of the procedure. */
    holderTaxId: text(20),
    /** Only with REGISTER: what the guarantor stands for. */
    terms: z
      .strictObject({
        kind: code(guaranteeKinds),
        /** Whole XOF; reservable kind only. */
        referenceAmount: amount.optional(),
        /** Receipt of the contribution; fund kind only. */
        receipt: text(35).optional(),
        validFrom: instant,
        validUntil: instant,
        countries: z.array(countryCode).min(1).max(20),
      })
      .optional(),
  }),
});
export type GuaranteeRequestPayload = z.infer<typeof GuaranteeRequest.payload>;
