import { randomUUID } from 'node:crypto';
import { defineDeviation } from '../deviation.ts';

/** What the register refuses is given out all the same. */
export default defineDeviation({
  name: 'lends-what-the-register-refused',
  violates: ['SRV-022'],
  why: 'the answer is read for its reservation, and where there is none one is drawn',
  onServiceOutcome: (outcome, { task }) => {
    if (outcome.kind !== 'refusal' || task.kind !== 'reserve') return outcome;
    const { guaranteeReference: reference, transitReference, amount } = task.request;
    const body = { reference, transitReference, amount, reservationId: randomUUID(), availableAmount: 0 };
    return { kind: 'answer', body, keptUntil: null };
  },
});
