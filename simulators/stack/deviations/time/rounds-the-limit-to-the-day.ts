import { defineDeviation } from '../deviation.ts';

const DAY_MS = 86_400_000;

/** A time limit lasts to the end of its day. */
export default defineDeviation({
  name: 'rounds-the-limit-to-the-day',
  violates: ['TIM-008'],
  why: 'the column is a date',
  onTimer: (dueAt, { kind }) =>
    dueAt === null || kind !== 'limit-date' ? dueAt : Math.ceil(dueAt / DAY_MS) * DAY_MS,
});
