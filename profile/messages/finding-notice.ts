import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { findingKinds } from '../code-lists/code-lists.ts';
import { instant, messageId } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** A warning of the hub: passage missing, dead letter, id reused, time limit passed (P03, P06, P13). */
export const FindingNotice = defineMessage({
  name: 'FindingNotice',
  wireCode: 'AT93',
  french: 'avis de constat',
  purpose: {
    fr: "Le hub signale un fait à vérifier ; ce n'est jamais un refus.",
    en: 'The hub points out a fact to look into; never a refusal.',
  },
  sender: 'hub',
  recipients: 'one',
  class: 'base',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { ncts: 'IE903' },
  payload: z.strictObject({
    kind: code(findingKinds),
    raisedAt: instant,
    transitReference: transitReference.optional(),
    /** The message that gave rise to it. */
    relatesTo: messageId.optional(),
    /** Country concerned, e.g. the silent one for `passage-missing`. */
    country: countryCode.optional(),
    office: officeCode.optional(),
    detail: text(500),
  }),
});
export type FindingNoticePayload = z.infer<typeof FindingNotice.payload>;
