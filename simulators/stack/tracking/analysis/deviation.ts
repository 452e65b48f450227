import { analysis } from './analysis.ts';

/** Reports off the corridor before it is told: one may be a bad fix. @source assumption */
const IN_A_ROW = 2;

/** Off the planned corridor: further from the road than half its width, in two reports in a row. */
export const deviation = analysis<{ reports: number }>({
  alert: 'DEVIATION',
  start: { reports: 0 },
  look(before, _report, { here, limits }) {
    if (!here) return { active: before.reports >= IN_A_ROW, after: before };
    const reports = here.offKm > limits.corridorHalfWidthKm ? Math.min(IN_A_ROW, before.reports + 1) : 0;
    return { active: reports >= IN_A_ROW, after: { reports } };
  },
});
