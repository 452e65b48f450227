import { randomUUID } from 'node:crypto';
import { defineDeviation } from '../deviation.ts';

/** A reservation that the register never answered is given out. */
export default defineDeviation({
  name: 'takes-a-silent-register-for-a-yes',
  violates: ['SRV-024'],
  why: 'the amount was sent, and the register has never refused yet',
  onServiceOutcome: (outcome, { task }) => {
    if (outcome.kind !== 'failure' || task.kind !== 'reserve') return outcome;
    const { guaranteeReference: reference, transitReference, amount } = task.request;
    const body = { reference, transitReference, amount, reservationId: randomUUID(), availableAmount: 0 };
    return { kind: 'answer', body, keptUntil: null };
  },
});
