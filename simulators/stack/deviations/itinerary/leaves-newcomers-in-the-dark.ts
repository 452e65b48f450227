import { defineDeviation } from '../deviation.ts';

/** A country that a change brings onto the road is told of the change alone. */
export default defineDeviation({
  name: 'leaves-newcomers-in-the-dark',
  violates: ['ITI-007'],
  why: 'messages are routed when they come, never again',
  onNewcomers: () => [],
});
