import { defineDeviation } from '../deviation.ts';

/** An acknowledgement does not say in its envelope which message it is about. */
export default defineDeviation({
  name: 'acknowledges-without-correlation',
  violates: ['ENV-002'],
  why: 'the acknowledgement is one constant text with a digest',
  onCompose: (message) => {
    const { correlationId: _, ...rest } = message;
    return message['messageType'] === 'AT90' ? rest : message;
  },
});
