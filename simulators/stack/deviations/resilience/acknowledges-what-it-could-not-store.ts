import { randomUUID } from 'node:crypto';
import { defineDeviation } from '../deviation.ts';

/** A message that could not be stored is acknowledged all the same. */
export default defineDeviation({
  name: 'acknowledges-what-it-could-not-store',
  violates: ['RES-001'],
  why: 'the acknowledgement leaves before the commit, and an error of the database is swallowed',
  onFault: (answer, { bytes }) => {
    const { messageId, sender, preparedAt } = JSON.parse(bytes.toString('utf8')) as Record<string, string>;
    const acknowledgement = {
      profileVersion: '0.1',
      messageId: randomUUID(),
      messageType: 'AT90',
      sender: 'hub',
      recipient: sender,
      preparedAt,
      correlationId: messageId,
      testIndicator: true,
      payload: { relatesTo: messageId, verdict: 'RECEIVED' },
    };
    return answer ?? { status: 202, body: Buffer.from(JSON.stringify(acknowledgement)) };
  },
});
