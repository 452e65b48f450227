/**
 * `npm run capacity -- [--rates 25,50,100] [--seed 1] [--out docs/pictures/capacity.svg]`: plays ever higher constant rates against a
 * fresh reference stack each, until it no longer follows, and draws rate against time with the knee. k6, the countries and the stack
 * share this machine: on others the curve is another one. The numbers stand beside the picture, as JSON.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { draw } from './draw.ts';
import { measure, type Point } from './measure.ts';

const RATES = '25,50,75,100,125,150,175,200,225,250,300,350,400,500,600';
/** A movement of these plans lasts two seconds: a sender that is later than that no longer plays what was asked. */
const FOLLOWS_MS = 2_000;
/** So many rates in a row beyond the knee show how it bends. */
const BEYOND = 2;

/** The highest rate that the stack follows, its books in order, as it does all lower ones; undefined where it follows none. */
function kneeOf(points: readonly Point[]): Point | undefined {
  const bend = points.findIndex(({ lateP99Ms, booksAgree }) => lateP99Ms > FOLLOWS_MS || !booksAgree);
  return bend < 0 ? points.at(-1) : points[bend - 1];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rates: { type: 'string', default: RATES },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'docs/pictures/capacity.svg' },
    },
  });
  const points: Point[] = [];
  let beyond = 0;
  for (const rate of values.rates.split(',').map(Number)) {
    const seen = await measure(rate, Number(values.seed));
    points.push(seen);
    process.stdout.write(`${JSON.stringify(seen)}\n`);
    beyond = seen.lateP99Ms > FOLLOWS_MS ? beyond + 1 : 0;
    if (beyond === BEYOND) break;
  }
  const knee = kneeOf(points);
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'unknown'}, shared with k6 and four countries`;
  await writeFile(values.out, draw(points, knee, `${machine} · npm run capacity`));
  await writeFile(
    values.out.replace(/\.svg$/, '.json'),
    `${JSON.stringify({ machine, knee, points }, null, 2)}\n`,
  );
  process.stdout.write(
    `knee: ${knee ? `${knee.offeredPerS} messages a second` : 'below the first rate'}; ${values.out}\n`,
  );
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
});
