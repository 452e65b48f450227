import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { dischargeBases } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** The office of departure ends the movement; the guarantee may be released from here, not before. */
export const DischargeNotice = defineMessage({
  name: 'DischargeNotice',
  wireCode: 'AT09',
  french: 'apurement',
  purpose: {
    fr: 'Le bureau de départ apure le mouvement, en tout ou partie, et dit sur quelle base.',
    en: 'The office of departure discharges the movement, wholly or in part, and says on what ground.',
  },
  sender: 'office of departure',
  recipients: 'route',
  class: 'base',
  legalIn: [
    'RELEASED',
    'IN_TRANSIT',
    'SUSPENDED',
    'OVERDUE',
    'UNDER_ENQUIRY',
    'RECOVERY',
    'CONTROLLED',
    'DISCREPANCY',
    'PARTIALLY_DISCHARGED',
    'ARRIVED',
  ],
  numbering: 'movementVersion',
  counterparts: { ncts: 'IE045/IE049/IE209', etir: 'I13, E7' },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    dischargedAt: instant,
    basis: code(dischargeBases),
    /** Required for BY_HAND, FORCE_MAJEURE and RECOVERED (R27). */
    reason: text(280).optional(),
    /** Item sequences still open; required for PARTIAL (R28). */
    openItems: z.array(z.int().min(1).max(1_999)).max(1_999).optional(),
  }),
});
export type DischargeNoticePayload = z.infer<typeof DischargeNotice.payload>;
