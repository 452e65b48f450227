import { ProblemError } from '../../intake/problem-error.ts';
import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** Others in process. */
const FULL = 4;

const idOf = (bytes: Buffer): string =>
  /"messageId"\s*:\s*"([^"]+)"/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** In a crowd every tenth submission that finds four others in process is told that the hub is unavailable, and always will be. */
export default defineDeviation({
  name: 'turns-a-crowd-away-for-good',
  violates: ['RES-002'],
  why: 'the identifier is reserved before there is room for the message, and stays so',
  underLoad: { foundBy: ['error-rate', 'unanswered-message'] },
  perStack: () => {
    const crowd = new Crowd();
    const isTurnedAway = every(10);
    const reserved = new Set<string>();
    return {
      onIntake: (take, submission) => {
        const id = idOf(submission.bytes);
        if (crowd.isThere && crowd.inProcess >= FULL && isTurnedAway()) reserved.add(id);
        return crowd.onIntake(async () => {
          if (reserved.has(id)) throw new ProblemError('UNAVAILABLE', 'no room for more submissions');
          return take();
        }, submission);
      },
    };
  },
});
