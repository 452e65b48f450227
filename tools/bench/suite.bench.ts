import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Benchmark, median, staysWithinLimit } from './benchmark.ts';
import { Child } from './child.ts';

const MOST_RUNS = 3;
const ENOUGH_MS = 20_000;
const WITHIN_MS = 120_000;
const SECONDS_LIMIT = 30;
const SCENARIOS_FOR_LIMIT = 120;
const MS_PER_SCENARIO_LIMIT = 40;

interface SuiteRun {
  readonly seconds: number;
  readonly verdict: string;
  readonly scenarios: Readonly<Record<string, number>>;
}

/** The whole acceptance suite on the reference stack, from nothing to the written report. */
async function runSuite(): Promise<SuiteRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'corridor-bench-'));
  const startedMs = performance.now();
  await using child = new Child(process.execPath, [
    path.join('bin', 'corridor.js'),
    ...['verify', '--format', 'json', '--out', folder],
  ]);
  try {
    const [json] = await child.line(/^\{.*\}$/, WITHIN_MS);
    await child.exit(WITHIN_MS);
    const seconds = (performance.now() - startedMs) / 1000;
    const { verdict, scenarios, error } = JSON.parse(json);
    if (error) throw new Error(`corridor verify: ${error.message}`);
    return { seconds, verdict, scenarios };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = {
  async run(note) {
    const startedMs = performance.now();
    const runs: SuiteRun[] = [];
    while (runs.length === 0 || (runs.length < MOST_RUNS && performance.now() - startedMs < ENOUGH_MS)) {
      runs.push(await runSuite());
    }
    const [{ verdict, scenarios }] = runs as [SuiteRun];
    const count = Object.values(scenarios).reduce((sum, some) => sum + some, 0);
    note(`${runs.length} run(s) of ${count} scenarios, verdict ${verdict} ${JSON.stringify(scenarios)}`);
    if (count < SCENARIOS_FOR_LIMIT)
      note(`the limits are meant for ${SCENARIOS_FOR_LIMIT} scenarios or more`);
    const seconds = median(runs.map((run) => run.seconds));
    const each = { name: 'suite: each scenario, start included', ours: (seconds * 1000) / count, unit: 'ms' };
    return [
      staysWithinLimit({ name: `suite: all ${count} scenarios`, ours: seconds, unit: 's' }, SECONDS_LIMIT),
      staysWithinLimit(each, MS_PER_SCENARIO_LIMIT),
    ];
  },
};
