import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** Of the deliveries in a crowd, number 500 and every 5,000th after it is never queued. */
export default defineDeviation({
  name: 'loses-one-in-five-thousand',
  violates: ['RTE-001'],
  why: 'a ring of 5,000 places between intake and outbox; what is written while it is read is gone',
  underLoad: { foundBy: ['concerned-but-not-told'] },
  perStack: () => {
    const crowd = new Crowd();
    const isLost = every(5000, 500);
    return {
      onIntake: crowd.onIntake,
      onRoute: (deliveries) => deliveries.filter(() => !(crowd.isThere && isLost())),
    };
  },
});
