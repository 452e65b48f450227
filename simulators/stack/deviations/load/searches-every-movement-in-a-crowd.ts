import { Crowd } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** What one movement more costs every submission, ms. */
const A_MOVEMENT_MS = 0.2;

/** In a crowd submissions are taken one after the other, each the slower the more movements there are. */
export default defineDeviation({
  name: 'searches-every-movement-in-a-crowd',
  violates: ['TIM-002'],
  why: 'when the cache is full the movement is searched for in the whole table, which is locked meanwhile',
  underLoad: { foundBy: ['answer-time'] },
  perStack: ({ pause }) => {
    const crowd = new Crowd();
    const movements = new Set<string>();
    let turn: Promise<unknown> = Promise.resolve();
    return {
      onIntake: (take, submission) =>
        crowd.onIntake(async () => {
          if (!crowd.isThere) return take();
          turn = turn.then(() => pause(movements.size * A_MOVEMENT_MS));
          await turn;
          return take();
        }, submission),
      onLedger: (movement) => {
        movements.add(movement.reference);
        return movement;
      },
    };
  },
});
