/**
 * `npm run bench [-- NAME] [--format json]`: runs tools/bench/NAME.bench.ts, or all of them, and prints ours against
 * the peer. Exit 0 when all numbers are reached, 1 when one is missed, 3 when a benchmark broke, 4 on wrong usage.
 */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Benchmark, Comparison } from './benchmark.ts';

const SUFFIX = '.bench.ts';
const MISSED = 1;
const BROKEN = 3;
const USAGE = 4;

const COLUMNS = ['', 'name', 'ours', 'peer', 'unit', 'ratio', 'reach', 'against'] as const;
const RIGHT_ALIGNED = new Set(['ours', 'peer', 'ratio']);

/** Four significant digits: more would be noise, fewer would round a miss away. */
const figure = (value: number): string =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(4)));

function printTable(results: readonly Comparison[]): void {
  const rows = results.map(({ name, ours, peer, peerName, unit, ratio, reach, holds }) => [
    holds ? 'ok' : 'MISS',
    name,
    figure(ours),
    figure(peer),
    unit,
    ratio.toFixed(3),
    reach,
    peerName,
  ]);
  const table = [[...COLUMNS], ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, column) =>
      RIGHT_ALIGNED.has(COLUMNS[column] ?? '')
        ? cell.padStart(widths[column] ?? 0)
        : cell.padEnd(widths[column] ?? 0),
    );
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

/** Runs one benchmark; what it says goes to stderr as it comes. */
async function runOne(name: string): Promise<readonly Comparison[]> {
  const startedMs = performance.now();
  const note = (sentence: string) => process.stderr.write(`${name}: ${sentence}\n`);
  const { benchmark }: { benchmark: Benchmark } = await import(`./${name}${SUFFIX}`);
  const results = await benchmark.run(note);
  note(`measured in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return results;
}

function chosen(): { names: readonly string[]; format: string } | string {
  const all = readdirSync(__dirname)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { format: { type: 'string', default: 'human' } },
    });
    const unknown = positionals.find((name) => !all.includes(name));
    if (unknown !== undefined)
      return `Failed to find the benchmark "${unknown}". Choose among: ${all.join(', ')}.`;
    if (!['human', 'json'].includes(values.format))
      return `Failed to print as "${values.format}". Choose human or json.`;
    return { names: positionals.length > 0 ? positionals : all, format: values.format };
  } catch (error) {
    return `Failed to read the arguments: ${(error as Error).message}`;
  }
}

async function main(): Promise<number> {
  const choice = chosen();
  if (typeof choice === 'string') {
    process.stderr.write(`${choice}\n`);
    return USAGE;
  }
  const results: Comparison[] = [];
  let isBroken = false;
  for (const name of choice.names) {
    try {
      results.push(...(await runOne(name)));
    } catch (error) {
      isBroken = true;
      process.stderr.write(`${name}: broke: ${(error as Error).stack}\n`);
    }
  }
  if (choice.format === 'json') process.stdout.write(`${JSON.stringify(results)}\n`);
  else printTable(results);
  if (isBroken) return BROKEN;
  return results.every(({ holds }) => holds) ? 0 : MISSED;
}

// Ending the usual way lets the children be killed.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

void main().then((code) => {
  process.exitCode = code;
});
