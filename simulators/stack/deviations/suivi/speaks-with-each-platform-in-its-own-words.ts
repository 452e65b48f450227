import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'speaks-with-each-platform-in-its-own-words',
  violates: ['TRK-083'],
  why: 'Positions of the Burkinabe platform are passed through as it has them, in fields of its vendor.',
  onJourney: (journey) => {
    const { positions } = journey as { positions: Record<string, unknown>[] };
    return { ...journey, positions: positions.map(inOwnWords) };
  },
});

function inOwnWords(position: Record<string, unknown>): Record<string, unknown> {
  if (position['platform'] !== 'TRK-BF') return position;
  const { speedKmh, courseDeg, ...rest } = position;
  return { ...rest, speed: speedKmh, heading: courseDeg };
}
