import { defineDeviation } from '../deviation.ts';

/** Movements whose limit was moved by an announcement. */
const moved = new Set<string>();

/** An amended announcement moves the time limit that the release fixed. */
export default defineDeviation({
  name: 'follows-the-announced-limit',
  violates: ['ENQ-020'],
  why: 'the limit is read from the notice in force',
  onLedger: (movement, received) => {
    const { status, plannedLimitDate } = (received?.message.payload ?? {}) as Record<string, string>;
    if (status !== 'AMENDED' || !plannedLimitDate || movement.limitDate === null) return movement;
    moved.add(movement.reference);
    return { ...movement, limitDate: plannedLimitDate };
  },
  onTime: (due, { kind, reference }) => due && !(kind === 'limit-date' && moved.has(reference)),
});
