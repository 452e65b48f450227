// Makes the storm of 100 kills and ends with "N passed, N failed": one result a kill. The books are judged once, when all is
// over, and cannot tell which kill it was: so all of them were survived, or none is proven to be. What is wrong is printed whole.
// Further words go to the storm: node tools/count-storm.js --seed 7

const { spawnSync } = require('node:child_process');
const path = require('node:path');

process.env.NODE_COMPILE_CACHE ??= path.join(__dirname, '..', 'node_modules', '.cache', 'corridor');
const words = ['--require', 'ts-node/register', path.join(__dirname, 'storm', 'main.ts')];
words.push('--kills', '100', '--seed', '1', '--format', 'json', ...process.argv.slice(2));
const { stdout = '', status } = spawnSync(process.execPath, words, {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});

function counted(text) {
  try {
    const { kills: _kills, ...outcome } = JSON.parse(text);
    const { asked, verdict, lost, doubleEffects, because, durationMs } = outcome;
    const seconds = (durationMs / 1000).toFixed(1);
    process.stdout.write(
      `storm: ${verdict}, ${asked} kills, ${lost} lost, ${doubleEffects} double, ${seconds} s\n`,
    );
    if (verdict === 'pass' && status === 0) return { passed: asked, failed: 0 };
    process.stdout.write(`${because.join(', ')}\n${JSON.stringify(outcome)}\n`);
    return { passed: 0, failed: asked };
  } catch {
    process.stdout.write(`storm: no result, found ${JSON.stringify(text.slice(0, 200))}\n`);
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = counted(stdout);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
