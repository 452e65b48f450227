import { defineDeviation } from '../deviation.ts';

/** Findings carry a field that the profile does not have. */
export default defineDeviation({
  name: 'adds-a-field-of-its-own',
  violates: ['ENV-006'],
  why: 'the next version of the stack is tried out in the field',
  onCompose: (message) =>
    message['messageType'] === 'AT93'
      ? { ...message, payload: { ...(message['payload'] as object), severity: 'warning' } }
      : message,
});
