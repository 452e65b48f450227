import { Crowd } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** Nobody has submitted anything for so long, ms: then it is Mali's turn; or it has waited for so long. */
const REST_MS = 500;
const LONGEST_MS = 5000;
const LOOK_AGAIN_MS = 100;

/** In a crowd Mali gets its deliveries when nobody submits anything any more, or sixteen at a time every five seconds. */
export default defineDeviation({
  name: 'starves-mali-in-a-crowd',
  violates: ['DLV-015'],
  why: 'workers take from the first queue that is not empty, and that of Mali is the last',
  underLoad: { foundBy: ['delivery-delay'] },
  perStack: ({ clock, pause }) => {
    const crowd = new Crowd();
    let lastAt = Number.NEGATIVE_INFINITY;
    const isBusy = (): boolean => crowd.isThere && clock.now() - lastAt < REST_MS;
    return {
      onIntake: (take, submission) => {
        lastAt = clock.now();
        return crowd.onIntake(take, submission);
      },
      onAttempt:
        (attempt, { recipient }) =>
        async () => {
          if (recipient === 'ML')
            for (let waitedMs = 0; waitedMs < LONGEST_MS && isBusy(); waitedMs += LOOK_AGAIN_MS)
              await pause(LOOK_AGAIN_MS);
          return attempt();
        },
    };
  },
});
