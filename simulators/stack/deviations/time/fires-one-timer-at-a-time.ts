import { defineDeviation } from '../deviation.ts';

let fired = false;

/** Of several timers that fall due in one advance of the test clock only the first has an effect. */
export default defineDeviation({
  name: 'fires-one-timer-at-a-time',
  violates: ['TST-004'],
  why: 'the clock looks once what is due, and then goes on',
  onAdvance: (seconds) => {
    fired = false;
    return seconds;
  },
  onTime: (due) => {
    const first = due && !fired;
    fired = true;
    return first;
  },
});
