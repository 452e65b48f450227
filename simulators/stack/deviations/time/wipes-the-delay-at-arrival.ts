import { defineDeviation } from '../deviation.ts';

/** What was late is not late any more once it has arrived. */
export default defineDeviation({
  name: 'wipes-the-delay-at-arrival',
  violates: ['ENQ-022'],
  why: 'findings are a list of things to do, and this one is done',
  onLedger: (movement, received) => {
    if (received?.name !== 'ArrivalNotice') return movement;
    return { ...movement, findings: movement.findings.filter(({ kind }) => kind !== 'overdue') };
  },
});
