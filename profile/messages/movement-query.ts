import { z } from 'zod';
import { containerNumber } from '../identifiers/container-number.ts';
import { nationalReference } from '../identifiers/national-reference.ts';
import { plate } from '../identifiers/plate.ts';
import { sealNumber } from '../identifiers/seal-number.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** An administration asks the hub or the country of departure what it knows of a movement. */
export const MovementQuery = defineMessage({
  name: 'MovementQuery',
  wireCode: 'AT10',
  french: 'demande de renseignement sur un mouvement',
  purpose: {
    fr: "Une administration demande l'état d'un mouvement.",
    en: 'An administration asks for the state of a movement.',
  },
  sender: 'any office',
  recipients: 'one',
  class: 'extended',
  legalIn: 'any',
  numbering: 'none',
  answeredBy: 'queryAnswer',
  counterparts: { ncts: 'IE027, IE002, IE114, IE094', etir: 'I5' },
  payload: z.strictObject({
    /** Exactly one key. */
    by: z.union([
      z.strictObject({ transitReference }),
      z.strictObject({ nationalReference }),
      z.strictObject({ plate }),
      z.strictObject({ container: containerNumber }),
      z.strictObject({ seal: sealNumber }),
    ]),
    scope: z.enum(['FULL', 'STATUS', 'EVENTS']),
    reason: text(280),
  }),
});
export type MovementQueryPayload = z.infer<typeof MovementQuery.payload>;
