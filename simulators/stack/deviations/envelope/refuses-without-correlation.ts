import { defineDeviation } from '../deviation.ts';

/** A refusal does not say in its envelope which message it refuses. */
export default defineDeviation({
  name: 'refuses-without-correlation',
  violates: ['ENV-005'],
  why: 'refusals are written by the layer that has no envelope yet',
  onCompose: (message) => {
    const { correlationId: _, ...rest } = message;
    return message['messageType'] === 'AT91' || message['messageType'] === 'AT92' ? rest : message;
  },
});
