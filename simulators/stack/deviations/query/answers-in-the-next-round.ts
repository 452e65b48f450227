import { defineDeviation } from '../deviation.ts';

/** Queries are gathered and answered every few minutes. */
export default defineDeviation({
  name: 'answers-in-the-next-round',
  violates: ['QRY-006'],
  why: 'answers are made by a job, not by the request',
  onCompose: (message) =>
    message['messageType'] === 'AT11'
      ? {
          ...message,
          preparedAt: new Date(Date.parse(String(message['preparedAt'])) + 180_000).toISOString(),
        }
      : message,
});
