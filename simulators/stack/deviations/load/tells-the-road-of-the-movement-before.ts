import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** In a crowd every tenth message goes to the countries that the message before it concerned. */
export default defineDeviation({
  name: 'tells-the-road-of-the-movement-before',
  violates: ['RTE-001', 'RTE-005'],
  why: 'the road is put in a cache of one place before it is read from there',
  underLoad: { foundBy: ['concerned-but-not-told', 'told-but-not-concerned'] },
  perStack: () => {
    const crowd = new Crowd();
    const isMixed = every(10);
    let last: string[] = [];
    return {
      onIntake: crowd.onIntake,
      onRoute: (deliveries, _received, movement) => {
        if (movement === null || deliveries.length === 0) return deliveries;
        const before = last;
        last = deliveries;
        const same = before.length === 0 || before.join(' ') === deliveries.join(' ');
        return same || !crowd.isThere || !isMixed() ? deliveries : before;
      },
    };
  },
});
