// Runs the suite against every deviation that written scenarios see, and ends with "N passed, N failed": one result a
// deviation, killed for all that its file names, or not. What was not is printed whole.

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const corridor = path.join(__dirname, '..', 'bin', 'corridor.js');
// Three at a time: some wait ten seconds for what must not come.
const words = ['deviations', '--no-explore', '--seed', '1', '--parallel', '3', '--format', 'json'];
words.push(...process.argv.slice(2));
const { stdout = '' } = spawnSync(process.execPath, [corridor, ...words], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});

function counted(text) {
  try {
    const { total, deviations } = JSON.parse(text);
    const left = deviations.filter(({ outcome, unproven }) => outcome !== 'killed' || unproven.length > 0);
    for (const deviation of left) process.stdout.write(`${JSON.stringify(deviation)}\n`);
    return { passed: deviations.length - left.length, failed: total - deviations.length + left.length };
  } catch {
    process.stdout.write(`deviations: no result, found ${JSON.stringify(text.slice(0, 200))}\n`);
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = counted(stdout);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
