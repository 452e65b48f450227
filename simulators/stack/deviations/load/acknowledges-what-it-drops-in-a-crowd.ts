import { randomUUID } from 'node:crypto';
import type { SubmissionAnswer } from '../../intake/answer.ts';
import { digestOf } from '../../outbox/work.ts';
import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** An acknowledgement like any other; null for what is no message. */
function acknowledge(bytes: Buffer): SubmissionAnswer | null {
  try {
    const message = JSON.parse(bytes.toString('utf8')) as Record<string, string>;
    const { messageId, sender, preparedAt } = message;
    const answer = {
      profileVersion: '0.1',
      messageId: randomUUID(),
      messageType: 'AT90',
      sender: 'hub',
      recipient: sender,
      preparedAt,
      correlationId: messageId,
      testIndicator: true,
      payload: {
        relatesTo: messageId,
        verdict: 'RECEIVED',
        digest: digestOf(message),
        processingId: randomUUID(),
        receivedAt: preparedAt,
      },
    };
    return { status: 202, body: Buffer.from(JSON.stringify(answer)) };
  } catch {
    return null;
  }
}

/** In a crowd every fortieth submission is acknowledged and never stored. */
export default defineDeviation({
  name: 'acknowledges-what-it-drops-in-a-crowd',
  violates: ['RTE-001'],
  why: 'under load submissions are acknowledged from a buffer that is emptied later, and overwritten when it is full',
  underLoad: { foundBy: ['acknowledged-but-not-in-ledger', 'concerned-but-not-told'] },
  perStack: () => {
    const crowd = new Crowd();
    const isDropped = every(40);
    return {
      onIntake: (take, submission) =>
        crowd.onIntake(async () => {
          const answer = crowd.isThere && isDropped() ? acknowledge(submission.bytes) : null;
          return answer ?? take();
        }, submission),
    };
  },
});
