import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'loses-the-second-platform',
  violates: ['TRK-083'],
  why: 'The journey is asked of the platform that put the first device on: behind the border there is nothing.',
  onJourney: (journey) => {
    const { assignments, positions } = journey as { assignments: Carried[]; positions: Carried[] };
    const first = assignments[0]?.platform;
    return { ...journey, positions: positions.filter(({ platform }) => platform === first) };
  },
});

interface Carried {
  readonly platform: string;
}
