import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { queryRejections } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { type MovementState, movementStates } from '../states/movement-states.ts';
import { defineMessage } from './message.ts';
import { movementEvent } from './parts/movement-event.ts';
import { TransitNotice } from './transit-notice.ts';

/** What is known of a movement, to an administration on its itinerary; a rejection to any other. */
export const MovementResponse = defineMessage({
  name: 'MovementResponse',
  wireCode: 'AT11',
  french: 'réponse à une demande de renseignement',
  purpose: {
    fr: "La réponse : les données du mouvement, ou un refus et rien d'autre.",
    en: 'The answer: data of the movement, or a rejection and nothing else.',
  },
  sender: 'receiver',
  recipients: 'one',
  class: 'extended',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { ncts: 'IE038, IE003, IE115, IE095', etir: 'I6' },
  payload: z.strictObject({
    outcome: z.enum(['FOUND', 'REJECTED']),
    /** Only with REJECTED, and then nothing else (R18). */
    rejection: code(queryRejections).optional(),
    movement: z
      .strictObject({
        transitReference,
        state: z.enum(Object.keys(movementStates) as [MovementState, ...MovementState[]]),
        movementVersion: z.int().min(0),
        limitDate: instant.optional(),
        /** The TransitNotice payload in force; scope FULL. */
        notice: TransitNotice.payload.optional(),
        /** In order of occurrence; scope FULL and EVENTS. */
        events: z.array(movementEvent).max(999).optional(),
      })
      .optional(),
  }),
});
export type MovementResponsePayload = z.infer<typeof MovementResponse.payload>;
