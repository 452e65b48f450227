import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { incidentCodes } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { container, seal, text, vehicle } from './parts/parts.ts';

/** Something happened on the road that the others must know: seals, transhipment, breakdown, danger. */
export const IncidentNotice = defineMessage({
  name: 'IncidentNotice',
  wireCode: 'AT06',
  french: "avis d'incident",
  purpose: {
    fr: 'Un incident en route : déviation, scellés, transbordement, danger, panne.',
    en: 'An incident on the road: deviation, seals, transhipment, danger, breakdown.',
  },
  sender: 'any office',
  recipients: 'route',
  class: 'extended',
  legalIn: ['RELEASED', 'IN_TRANSIT', 'SUSPENDED', 'OVERDUE', 'UNDER_ENQUIRY'],
  numbering: 'originSeq',
  counterparts: { ncts: 'IE180/IE181/IE182' },
  payload: z.strictObject({
    transitReference,
    /** Office that records the incident. */
    office: officeCode,
    code: code(incidentCodes),
    occurredAt: instant,
    /** OPEN reports it; CLOSED ends the suspension it caused. */
    status: z.enum(['OPEN', 'CLOSED']),
    /** True when the truck must wait: the movement is suspended until CLOSED. */
    hold: z.boolean(),
    place: z.strictObject({
      locode: z
        .string()
        .regex(/^[A-Z]{2}[A-Z0-9]{3}$/)
        .optional(),
      latitudeDeg: z.number().min(-90).max(90).optional(),
      longitudeDeg: z.number().min(-180).max(180).optional(),
      text: text(140).optional(),
    }),
    description: text(512),
    newVehicle: vehicle.optional(),
    newContainers: z.array(container).max(99).optional(),
    /** Seals now in place; lawful replacement, so no difference later (P16). */
    newSeals: z.array(seal).max(99).optional(),
    endorsedAt: instant.optional(),
  }),
});
export type IncidentNoticePayload = z.infer<typeof IncidentNotice.payload>;
