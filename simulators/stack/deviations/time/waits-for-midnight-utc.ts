import { defineDeviation } from '../deviation.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A limit at midnight in Niamey is watched at midnight UTC. */
export default defineDeviation({
  name: 'waits-for-midnight-utc',
  violates: ['TIM-020'],
  why: 'the zone of the office is applied to what is UTC already',
  onTimer: (dueAt, { kind }) =>
    kind === 'limit-date' && dueAt !== null && dueAt % DAY_MS === 23 * HOUR_MS ? dueAt + HOUR_MS : dueAt,
});
