import { defineDeviation } from '../deviation.ts';

/** Any difference in weight is a dispute. */
export default defineDeviation({
  name: 'counts-every-kilogram',
  violates: ['CTL-020'],
  why: 'the code of the result is read, and nothing is compared',
  onLedger: (movement, received) => {
    const { result, controlResult } = (received?.message.payload ?? {}) as {
      result?: string;
      controlResult?: { result: string };
    };
    const told = result ?? controlResult?.result;
    const differs = told === 'A5' || told === 'B1';
    return differs && movement.state === 'CONTROLLED' ? { ...movement, state: 'DISCREPANCY' } : movement;
  },
});
