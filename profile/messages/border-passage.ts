import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { plate } from '../identifiers/plate.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { sealsCheck, text } from './parts/parts.ts';

/** An office of passage tells the others on the road that the truck has left or entered its country. */
export const BorderPassage = defineMessage({
  name: 'BorderPassage',
  wireCode: 'AT05',
  french: 'avis de passage',
  purpose: {
    fr: "Un bureau de passage informe les autres que le camion est sorti ou entré, ou qu'il lui refuse le passage.",
    en: 'An office of passage tells the others that the truck has left or entered, or that it refuses passage.',
  },
  sender: 'office of passage',
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
    'ARRIVED',
    'CONTROLLED',
    'DISCREPANCY',
    'PARTIALLY_DISCHARGED',
    'DISCHARGED',
    'CLOSED_MANUALLY',
  ],
  numbering: 'originSeq',
  counterparts: {
    ncts: 'IE118 (IE119), IE168',
    etir: 'I11 on exit, I9 on entry, I17 on refusal',
  },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    direction: z.enum(['EXIT', 'ENTRY']),
    outcome: z.enum(['PASSED', 'REFUSED']),
    /** Truck reached the counter, UTC. With `passedAt`: the dwell at the office (P11). */
    presentedAt: instant,
    /** Truck was let through or turned back, UTC. */
    passedAt: instant,
    seals: sealsCheck,
    /** Plate seen, when it differs from the declared one or the officer notes it. */
    plate: plate.optional(),
    refusalReason: text(280).optional(),
    remarks: text(512).optional(),
  }),
});
export type BorderPassagePayload = z.infer<typeof BorderPassage.payload>;
