// The tools written in Go that tools/go.mod pins, built once where the commands look for them (simulators/go-tools/ calls this):
//   node tools/go-tools.js [--no-build] [PROGRAM...]     where each is, a line on stdout; exit 3 when one cannot be had
// Takes nothing of npm and runs under Node 20: CI begins with it, before `npm ci`.

const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const TOOLS = {
  'toxiproxy-server': 'github.com/Shopify/toxiproxy/v2/cmd/server',
  k6: 'go.k6.io/k6/v2',
};
/** As their makers build them; without libraries, so that an image needs nothing beside. */
const FLAGS = ['-trimpath', '-ldflags', '-s -w'];
const HAS_GROUPS = process.platform !== 'win32';
/** Begins the name of a folder in which something is being built; older than this nobody builds there any more. */
const BESIDE = 'build-';
const ABANDONED_MS = 86_400_000;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

const cache = path.join(__dirname, '..', '.cache', 'tools');
let go;
let interrupted = false;

/** Keyed by what go.sum pins: another version is built beside, never over one that runs. */
function fileOf(program) {
  const sums = fs.readFileSync(path.join(__dirname, 'go.sum'));
  const digest = createHash('sha256').update(sums).digest('hex').slice(0, 16);
  return path.join(cache, digest, `${program}${SUFFIX}`);
}

/** Built beside, then renamed: nobody finds half of it, and of two that build at once the first wins. */
async function build(program, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  sweep();
  const beside = fs.mkdtempSync(path.join(cache, BESIDE));
  try {
    const made = path.join(beside, path.basename(file));
    await goBuild(program, ['build', ...FLAGS, '-o', made, TOOLS[program]], beside);
    if (!fs.existsSync(file)) fs.renameSync(made, file);
  } finally {
    remove(beside);
  }
}

const remove = (folder) =>
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

/** What a build left that was killed with -9. */
function sweep() {
  const left = fs.readdirSync(cache).filter((name) => name.startsWith(BESIDE));
  for (const folder of left.map((name) => path.join(cache, name))) {
    const { mtimeMs } = fs.statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > ABANDONED_MS) remove(folder);
  }
}

/** In a group of its own, so that its compilers end with it; what it leaves when it is killed lies in `beside`. */
function goBuild(program, words, beside) {
  const { resolve, reject, promise } = withResolvers();
  const fail = (seen) => reject(new Error(interrupted ? 'its build was interrupted' : seen));
  if (interrupted) fail();
  else {
    let last = '';
    const env = { ...process.env, CGO_ENABLED: '0', GOTMPDIR: beside };
    const stdio = ['ignore', 'ignore', 'pipe'];
    go = spawn('go', words, { cwd: __dirname, env, stdio, detached: HAS_GROUPS });
    go.once('spawn', () => say(`${program} is built by the Go toolchain, once; this takes a minute or two.`));
    go.stderr.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text);
      last = `${last}${text}`.trimEnd().split('\n').at(-1).slice(0, 200);
    });
    go.once('error', ({ code }) =>
      fail(
        code === 'ENOENT'
          ? 'there is no Go toolchain to build it'
          : `the Go toolchain does not start (${code})`,
      ),
    );
    go.once('close', (code, signal) => {
      if (code === 0) resolve();
      else fail(`the Go toolchain could not build it ("${last || `ended with ${code ?? signal}`}")`);
    });
  }
  return promise;
}

function withResolvers() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
}

function onInterrupt() {
  interrupted = true;
  if (go?.pid === undefined || go.exitCode !== null || go.signalCode !== null) return;
  if (!HAS_GROUPS) return void go.kill();
  try {
    process.kill(-go.pid, 'SIGKILL');
  } catch {
    // it has just ended
  }
}

/** A line that begins with the program, or with "Failed to build" it, is ours and is read by its finder; others are of Go. */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

async function main(programs, mayBuild) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onInterrupt);
  for (const program of programs) {
    const file = fileOf(program);
    try {
      if (!fs.existsSync(file)) {
        if (!mayBuild) throw new Error('it is not built');
        await build(program, file);
      }
      process.stdout.write(`${file}\n`);
    } catch ({ message }) {
      say(`Failed to build ${program}: ${message}.`);
      process.exitCode = 3;
    }
  }
}

const words = process.argv.slice(2);
const asked = words.filter((word) => word !== '--no-build');
const unknown = asked.find((program) => !Object.hasOwn(TOOLS, program));
if (unknown === undefined)
  void main(asked.length === 0 ? Object.keys(TOOLS) : asked, asked.length === words.length);
else {
  say(`Found "${unknown}": give ${Object.keys(TOOLS).join(', ')} or nothing.`);
  process.exitCode = 4;
}
