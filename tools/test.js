// `npm test`: every gate of the house in order, all of them even when one is red, and one line of counts.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { testProcesses } = require('./test-files.js');

const root = path.resolve(__dirname, '..');
const node = process.execPath;
/** Each plays scenarios on a stack and a database of its own. */
const MOST_WORKERS = 4;
const typescript = ['--require', 'ts-node/register'];
// What V8 made of ts-node, the compiler and our rooms is kept: test processes start in half the time.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules', '.cache', 'corridor');
// The first gate compiles: what tests start need not look for changes, hundreds of times.
process.env.CORRIDOR_BUILT = root;

function run(command, args, stdio = 'inherit') {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    stdio,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) process.stderr.write(`Failed to start ${command}: ${error.message}\n`);
  return { ok: status === 0, stdout: stdout ?? '' };
}

/** A gate counts nothing when green and one failure when red. */
function gate(script, args) {
  return () => ({ passed: 0, failed: run(node, [...script, ...(args ?? [])]).ok ? 0 : 1, skipped: 0 });
}

/** Built ahead, where there is Go: a first build takes longer than a test may. Without it tests say what they need. */
function goTools() {
  const { ok } = run(node, [path.join('tools', 'go-tools.js')]);
  return { passed: 0, failed: ok || process.env.CI !== 'true' ? 0 : 1, skipped: 0 };
}

function packageScript(name, file) {
  return path.join(root, 'node_modules', name, 'bin', file);
}

function unitTests() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-test-'));
  const tap = path.join(folder, 'result.tap');
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  reporters.push('--test-reporter=tap', `--test-reporter-destination=${tap}`);
  const { ok } = run(node, [
    ...typescript,
    '--test',
    `--test-concurrency=${os.availableParallelism() + 1}`, // many wait for a process or a clock
    '--test-timeout=180000',
    ...reporters,
    ...testProcesses(root, folder),
  ]);
  const text = fs.existsSync(tap) ? fs.readFileSync(tap, 'utf8') : '';
  fs.rmSync(folder, { recursive: true, force: true });
  const count = (word) => Number(text.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: ok ? failed : Math.max(failed, 1), skipped: count('skipped') };
}

/** What the suite takes on a slow machine, seconds; where CI has less, the nominal scenarios are played, and that is said. */
const WHOLE_SUITE_S = 420;

function chosenScenarios() {
  const deadline = Number(process.env.CORRIDOR_CI_DEADLINE ?? Number.POSITIVE_INFINITY);
  const left = deadline - Date.now() / 1000;
  if (left >= WHOLE_SUITE_S) return [];
  process.stdout.write(
    `Left out for time: all but @nominal (${Math.round(left)} s are left; corridor verify plays all)\n`,
  );
  return ['--tags', '@nominal'];
}

/** The acceptance suite, on the embedded reference stack: the product judging its own reference. */
function acceptance() {
  const workers = Math.min(os.availableParallelism(), MOST_WORKERS);
  const { ok, stdout } = run(
    node,
    ['bin/corridor.js', 'verify', '--parallel', String(workers), '--format', 'json', ...chosenScenarios()],
    ['ignore', 'pipe', 'inherit'],
  );
  try {
    const { verdict, scenarios, failures = [], unjudged = [], replay = '' } = JSON.parse(stdout);
    process.stdout.write(`verdict: ${verdict}  ${JSON.stringify(scenarios)}\n${replay}\n`);
    for (const ended of [...failures, ...unjudged]) process.stdout.write(`${JSON.stringify(ended)}\n`);
    const failed = scenarios.fail + scenarios.error + scenarios.inconclusive;
    return {
      passed: scenarios.pass,
      failed: ok ? failed : Math.max(failed, 1),
      skipped: scenarios.notApplicable,
    };
  } catch {
    process.stdout.write(
      `Failed to read the verdict of corridor verify: found ${JSON.stringify(stdout.slice(0, 500))}.\n`,
    );
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function steps() {
  const coverage = path.join('tools', 'coverage-check.ts');
  return [
    ['compile', gate([path.join('tools', 'build.js')], ['--if-stale'])],
    ['lint', gate([packageScript('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'], ['.'])],
    ['typecheck', gate([packageScript('typescript', 'tsc'), '--noEmit'])],
    ['typecheck of k6 scripts', gate([packageScript('typescript', 'tsc'), '-p', path.join('load', 'k6')])],
    ['tools in Go', goTools],
    ['unit tests', unitTests],
    ...(fs.existsSync(path.join(root, coverage))
      ? [['coverage check', gate([...typescript, coverage])]]
      : []),
    ['acceptance suite', acceptance],
  ];
}

function main() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const [name, act] of steps()) {
    process.stdout.write(`\n--- ${name}\n`);
    const startedMs = Date.now();
    const count = act();
    const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
    for (const key of Object.keys(total)) total[key] += count[key];
    lines.push(`${count.failed === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  }
  const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
  process.stdout.write(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

main();
