// Plays the plan `deviations` against an honest stack, which must pass, and against every wrong behaviour that only shows under
// load, each of which must be found by what its file names. Ends with "N passed, N failed"; what was not found is printed whole.
//   node tools/count-load-deviations.js [--only honest,NAME] [--plan PLAN] [--for SECONDS] [--seed N]
// With --for it begins no run that would not end in time, starts with another one at each commit, and says which it left out.

const { execFileSync, spawnSync } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.join(__dirname, '..');
const HONEST = 'honest';
const { values: asked } = parseArgs({
  options: {
    plan: { type: 'string', default: 'deviations' },
    only: { type: 'string' },
    for: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

/** What each deviation is found by, by name; the compiled list is asked for. */
function expected() {
  const { allDeviations } = require(
    path.join(root, 'dist', 'simulators', 'stack', 'deviations', 'deviations.js'),
  );
  const underLoad = allDeviations()
    .filter((one) => one.underLoad)
    .map(({ name, underLoad: by }) => [name, by.foundBy]);
  return new Map([[HONEST, []], ...underLoad]);
}

/** Invariants and limits that a run turned red. */
const redOf = ({ limits, reconciliation }) => [
  ...new Set(reconciliation.findings.map(({ invariant }) => invariant)),
  ...limits.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name.split(' ')[0]),
];

function play(name) {
  const words = [
    'load',
    asked.plan,
    '--seed',
    asked.seed,
    '--out',
    path.join('reports', 'runs', 'load-deviations'),
  ];
  if (name !== HONEST) words.push('--deviation', name);
  const { stdout = '' } = spawnSync(
    process.execPath,
    [path.join(root, 'bin', 'corridor.js'), ...words, '--format', 'json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  return JSON.parse(stdout);
}

function judge(name, foundBy) {
  const started = performance.now();
  let told = '';
  let ok = false;
  try {
    const result = play(name);
    const red = redOf(result);
    ok =
      name === HONEST
        ? result.verdict === 'pass'
        : result.verdict === 'fail' && foundBy.every((by) => red.includes(by));
    told = `${result.verdict}: ${red.join(', ') || 'nothing red'}`;
    if (!ok)
      told += `\n${JSON.stringify({ ...result, reconciliation: result.reconciliation.findings?.slice(0, 5) })}`;
  } catch (error) {
    told = `no result (${error.message})`;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${ok ? 'found ' : 'MISSED'}  ${name} (${seconds} s): ${told}\n`);
  return ok;
}

/** The honest one first; the others from another one with each commit. */
function inOrder(all) {
  const [honest, ...others] = all;
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: __dirname, encoding: 'utf8' });
  const first = Number.parseInt(commit.slice(0, 6), 16) % others.length;
  return asked.for === undefined ? all : [honest, ...others.slice(first), ...others.slice(0, first)];
}

function main() {
  const known = expected();
  const names = asked.only === undefined ? inOrder([...known.keys()]) : asked.only.split(',');
  const limitMs = asked.for === undefined ? Number.POSITIVE_INFINITY : Number(asked.for) * 1000;
  const [total, left] = [{ passed: 0, failed: 0 }, []];
  const started = performance.now();
  let longest = 0;
  for (const name of names) {
    const begun = performance.now();
    if (begun - started + longest > limitMs) {
      left.push(name);
      continue;
    }
    if (judge(name, known.get(name) ?? [])) total.passed += 1;
    else total.failed += 1;
    longest = Math.max(longest, performance.now() - begun);
  }
  if (left.length > 0)
    process.stdout.write(`left out for time: ${left.join(', ')} (npm run load-deviations)\n`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

main();
