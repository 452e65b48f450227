import { defineDeviation } from '../deviation.ts';

/** A result that speaks of weight is never a dispute. */
export default defineDeviation({
  name: 'weighs-generously',
  violates: ['CTL-021'],
  why: 'weighbridges never agree, so their differences are filtered out',
  onLedger: (movement, received) => {
    const { differences = [] } = (received?.message.payload ?? {}) as {
      differences?: readonly { pointer: string }[];
    };
    const weighed = differences.some(({ pointer }) => pointer.endsWith('MassKg'));
    return weighed && movement.state === 'DISCREPANCY' ? { ...movement, state: 'CONTROLLED' } : movement;
  },
});
