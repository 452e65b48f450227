import { defineDeviation } from '../deviation.ts';

/** The mass on the manifest must be that of the notice, exactly. */
export default defineDeviation({
  name: 'weighs-the-manifest-to-the-kilogram',
  violates: ['SRV-019'],
  why: 'two numbers are equal or they are not',
  onContradictions: (found, { task, outcome, notice }) => {
    if (task.question.service !== 'single-window' || outcome.kind !== 'answer') return found;
    const { grossMassKg } = outcome.body as { grossMassKg: number };
    if (found.length > 0 || grossMassKg === notice?.totalGrossMassKg) return found;
    return [{ pointer: '/payload/totalGrossMassKg', reason: `${grossMassKg} kg on the manifest` }];
  },
});
