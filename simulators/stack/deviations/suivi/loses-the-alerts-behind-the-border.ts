import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'loses-the-alerts-behind-the-border',
  violates: ['TRK-083'],
  why: 'Alerts are kept by another table than positions: the journey of the second platform is drawn without its alerts.',
  onJourney: (journey) => {
    const { alerts, assignments } = journey as { alerts: Carried[]; assignments: Carried[] };
    const last = assignments.at(-1)?.platform;
    return assignments.length < 2
      ? journey
      : { ...journey, alerts: alerts.filter(({ platform }) => platform !== last) };
  },
});

interface Carried {
  readonly platform: string;
}
