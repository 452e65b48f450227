import { analysis } from './analysis.ts';

/** Battery below its threshold; it ends when the device says more, not when it says nothing. */
export const lowBattery = analysis<{ low: boolean }>({
  alert: 'LOW_BATTERY',
  start: { low: false },
  look(before, { batteryPct }, { limits }) {
    const low = batteryPct === null ? before.low : batteryPct < limits.lowBatteryPct;
    return { active: low, after: { low } };
  },
});
