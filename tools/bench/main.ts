/** `npm run bench -- NAME [--format json]`: runs tools/bench/NAME.bench.ts and prints ours against the peer. */
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Benchmark, Comparison } from './benchmark.ts';

const SUFFIX = '.bench.ts';

function printTable(results: readonly Comparison[]): void {
  for (const { name, ours, peer, peerName, unit, ratio, reach, holds } of results) {
    const sides = `${ours} ${unit} against ${peer} ${unit} of ${peerName}`;
    process.stdout.write(
      `${holds ? 'ok  ' : 'MISS'}  ${name}: ${sides}, ratio ${ratio.toFixed(2)}, to reach ${reach}\n`,
    );
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string', default: 'human' } },
  });
  const names = readdirSync(__dirname)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const [name] = positionals;
  if (name === undefined || !names.includes(name)) {
    process.stderr.write(
      `Failed to find the benchmark "${name ?? ''}". Choose one of: ${names.join(', ') || '(none yet)'}.\n`,
    );
    return 4;
  }
  const { benchmark }: { benchmark: Benchmark } = await import(`./${name}${SUFFIX}`);
  const results = await benchmark.run();
  if (values.format === 'json') process.stdout.write(`${JSON.stringify(results)}\n`);
  else printTable(results);
  return results.every(({ holds }) => holds) ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
