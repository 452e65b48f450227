// Runs the suite against every deviation that written scenarios see, and ends with "N passed, N failed": one result a
// deviation, killed for all that its file names, or not. What was not is printed whole.
//   node tools/count-deviations.js [--for SECONDS]
// With --for it plays them in parts until the time is up, beginning with another part at each commit, and says which it left out.

const { execFileSync, spawnSync } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');

const PARTS = 6;
const SEED = 1;
const corridor = path.join(__dirname, '..', 'bin', 'corridor.js');
// Three at a time: some wait ten seconds for what must not come.
const WORDS = ['deviations', '--no-explore', '--seed', String(SEED), '--parallel', '3', '--format', 'json'];

function play(...words) {
  const { stdout = '' } = spawnSync(process.execPath, [corridor, ...WORDS, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  try {
    const { deviations } = JSON.parse(stdout);
    const left = deviations.filter(({ outcome, unproven }) => outcome !== 'killed' || unproven.length > 0);
    for (const deviation of left) process.stdout.write(`${JSON.stringify(deviation)}\n`);
    return { passed: deviations.length - left.length, failed: left.length };
  } catch {
    process.stdout.write(`deviations: no result, found ${JSON.stringify(stdout.slice(0, 200))}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** The part that comes first: another one with each commit, the same for one and the same. */
function firstPart() {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: __dirname, encoding: 'utf8' });
  return Number.parseInt(commit.slice(0, 6), 16) % PARTS;
}

/** A part is begun when the longest so far would still end in time; the first unless the time was up before. */
function playFor(seconds) {
  const total = { passed: 0, failed: 0 };
  const started = performance.now();
  const first = firstPart();
  let longest = 0;
  for (let nth = 0; nth < PARTS; nth += 1) {
    const begun = performance.now();
    if (begun - started + longest > seconds * 1000) {
      const left = Array.from({ length: PARTS - nth }, (_, at) => ((first + nth + at) % PARTS) + 1);
      process.stdout.write(`deviations left out for time: parts ${left.join(', ')} of ${PARTS} `);
      process.stdout.write(`(corridor deviations --no-explore --seed ${SEED} --shard I/${PARTS})\n`);
      break;
    }
    const { passed, failed } = play('--shard', `${((first + nth) % PARTS) + 1}/${PARTS}`);
    total.passed += passed;
    total.failed += failed;
    longest = Math.max(longest, performance.now() - begun);
  }
  return total;
}

const { for: seconds } = parseArgs({ options: { for: { type: 'string' } } }).values;
const { passed, failed } = seconds === undefined ? play() : playFor(Number(seconds));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
