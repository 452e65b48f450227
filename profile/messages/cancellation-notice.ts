import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';
import { text } from './parts/parts.ts';

/** The office of departure withdraws a movement that has not passed any border yet. */
export const CancellationNotice = defineMessage({
  name: 'CancellationNotice',
  wireCode: 'AT03',
  french: 'annulation',
  purpose: {
    fr: 'Le bureau de départ annule le mouvement avant tout passage.',
    en: 'The office of departure cancels the movement before any passage.',
  },
  sender: 'office of departure',
  recipients: 'route',
  class: 'extended',
  legalIn: ['REGISTERED', 'RELEASED'],
  numbering: 'movementVersion',
  counterparts: { ncts: 'IE010 (IE204)', etir: 'E13' },
  payload: z.strictObject({
    transitReference,
    office: officeCode,
    reason: text(280),
    decidedAt: instant,
  }),
});
export type CancellationNoticePayload = z.infer<typeof CancellationNotice.payload>;
