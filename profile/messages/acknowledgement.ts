import { z } from 'zod';
import { instant, messageId } from '../envelope/envelope.ts';
import { defineMessage } from './message.ts';

/** The receiver has the message, durably; sending it again changes nothing. */
export const Acknowledgement = defineMessage({
  name: 'Acknowledgement',
  wireCode: 'AT90',
  french: 'accusé de réception',
  purpose: {
    fr: 'Le message est reçu ; la même clé et le même contenu donnent toujours le même accusé.',
    en: 'The message is received; same key and same content always give the same acknowledgement.',
  },
  sender: 'receiver',
  recipients: 'one',
  class: 'base',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { ncts: 'IE928', etir: 'typed response' },
  payload: z.strictObject({
    relatesTo: messageId,
    verdict: z.enum(['RECEIVED', 'ACCEPTED']),
    /** SHA-256 of the canonical form of the message acknowledged, lower-case hexadecimal (P03). */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    processingId: z.uuid(),
    receivedAt: instant,
  }),
});
export type AcknowledgementPayload = z.infer<typeof Acknowledgement.payload>;
