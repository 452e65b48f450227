import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** In a crowd every third end of a movement leaves its amount reserved. */
export default defineDeviation({
  name: 'keeps-what-it-held-in-a-crowd',
  violates: ['GUA-005'],
  why: 'the register is told after the commit, and when it is busy nobody tells it again',
  underLoad: { foundBy: ['guarantee-not-restored'] },
  perStack: () => {
    const crowd = new Crowd();
    const isKept = every(3);
    return {
      onIntake: crowd.onIntake,
      onReservation: (change) =>
        (change.release || change.cancel) && crowd.isThere && isKept()
          ? { release: false, cancel: false }
          : change,
    };
  },
});
