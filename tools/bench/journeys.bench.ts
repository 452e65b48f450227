import path from 'node:path';
import { type Benchmark, staysWithinLimit } from './benchmark.ts';
import { Child } from './child.ts';

const WARM = 2_000;
const TRUCKS = 10_000;
const WITHIN_MS = 180_000;
/** A nursery of one size: else V8 widens it for a while, and that would pass for growth of ours. */
const NODE_OPTIONS = ['--expose-gc', '--max-semi-space-size=8'];

/** What the child printed after so many trucks. */
interface Sample {
  readonly readings: number;
  readonly seconds: number;
  readonly heapMib: number;
  readonly rssMib: number;
}

async function sampleAt(child: Child, trucks: number): Promise<Sample> {
  const found = await child.line(new RegExp(`^${trucks} (\\S+) (\\S+) (\\S+) (\\S+)$`), WITHIN_MS);
  const [readings = 0, seconds = 0, heapMib = 0, rssMib = 0] = found.slice(1).map(Number);
  return { readings, seconds, heapMib, rssMib };
}

export const benchmark: Benchmark = {
  run: async (note) => {
    const script = path.join(__dirname, 'journeys', 'trucks.ts');
    await using child = Child.script(script, [String(WARM), String(TRUCKS)], NODE_OPTIONS);
    const warm = await sampleAt(child, WARM);
    const end = await sampleAt(child, TRUCKS);
    note(
      `${end.readings.toLocaleString('en-GB')} readings, ${Math.round(end.rssMib)} MiB resident at the end`,
    );
    note(
      `${((1e6 * (end.seconds - warm.seconds)) / (end.readings - warm.readings)).toFixed(2)} us a reading`,
    );
    return [
      staysWithinLimit(
        { name: 'journeys: 10,000 trucks x 3 days', ours: end.seconds, unit: 's of one core' },
        60,
      ),
      staysWithinLimit(
        {
          name: 'journeys: heap from 2,000 to 10,000',
          ours: Math.max(0, end.heapMib - warm.heapMib),
          unit: 'MiB',
        },
        2,
      ),
      staysWithinLimit(
        {
          name: 'journeys: resident from 2,000 to 10,000',
          ours: Math.max(0, end.rssMib - warm.rssMib),
          unit: 'MiB',
        },
        32,
      ),
    ];
  },
};
