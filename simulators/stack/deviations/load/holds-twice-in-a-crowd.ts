import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** In a crowd every third reservation takes its amount twice from what is available. */
export default defineDeviation({
  name: 'holds-twice-in-a-crowd',
  violates: ['GUA-002'],
  why: 'a reservation that waits too long for the guarantee is made again, and then both are',
  underLoad: { foundBy: ['guarantee-not-restored'] },
  perStack: () => {
    const crowd = new Crowd();
    const isDoubled = every(3);
    return {
      onIntake: crowd.onIntake,
      onReserved: (amount) => (crowd.isThere && isDoubled() ? amount * 2 : amount),
    };
  },
});
