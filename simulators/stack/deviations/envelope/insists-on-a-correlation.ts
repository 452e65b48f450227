import { defineDeviation } from '../deviation.ts';

/** A control result that relates to no earlier message is taken for incomplete. */
export default defineDeviation({
  name: 'insists-on-a-correlation',
  violates: ['ENV-001'],
  why: 'a generator of classes makes every field of the envelope mandatory',
  onFindings: (findings, message) =>
    message['messageType'] === 'AT08' && !('correlationId' in message)
      ? [...findings, { code: 'MISSING_FIELD', pointer: '/correlationId', reason: 'Champ absent.' }]
      : findings,
});
