// Compiles the rooms to dist/ with swc, file by file: the compiler that also runs the tests (through ts-node).
// Types are checked apart (`npm run typecheck`). Runs under Node 20 too, because `npm ci` calls it there.

const fs = require('node:fs');
const path = require('node:path');

const ROOMS = ['profile', 'fixtures', 'simulators', 'features', 'reports', 'cli'];
const DATA = new Set(['.yaml', '.yml', '.csv', '.sql', '.json', '.geojson', '.css', '.svg', '.html']);
const NOT_BUILT = new Set(['node_modules', path.join('reports', 'runs')]);
const LOCK_LIMIT_MS = 60_000;
const CLOCK_GRAIN_MS = 20; // file times lag behind Date.now() by up to a tick of the kernel

/** Every folder and file of the rooms, with the newest change among them. Costs a few milliseconds. */
function survey(root) {
  const files = [];
  let newestMs = fs.statSync(__filename).mtimeMs;
  const visit = (folder) => {
    newestMs = Math.max(newestMs, fs.statSync(path.join(root, folder)).mtimeMs);
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory() && !NOT_BUILT.has(name)) visit(name);
      if (!entry.isFile() || !isBuilt(name)) continue;
      const { mtimeMs } = fs.statSync(path.join(root, name));
      newestMs = Math.max(newestMs, mtimeMs);
      files.push({ name, mtimeMs });
    }
  };
  for (const room of ROOMS) if (fs.existsSync(path.join(root, room))) visit(room);
  return { files, newestMs };
}

function isBuilt(name) {
  if (name.endsWith('.d.ts') || name.endsWith('.test.ts')) return false;
  return name.endsWith('.ts') || DATA.has(path.extname(name));
}

/** The stamp carries the instant of the survey: whatever changes later makes dist/ stale again. */
function isStale(root) {
  const stamp = fs.statSync(path.join(root, 'dist', '.stamp'), { throwIfNoEntry: false });
  return stamp === undefined || survey(root).newestMs > stamp.mtimeMs;
}

function outputOf(name) {
  return path.join('dist', name.endsWith('.ts') ? `${name.slice(0, -3)}.js` : name);
}

/** Where `stack-traces.js` finds which line of the source a compiled line comes from; not part of the package. */
function mapOf(name) {
  return path.join('dist', '.maps', `${name}.map`);
}

/** `import()` becomes a late `require`, as under ts-node: one instance of each module, and named exports work. */
function compile(source, filename) {
  return require('@swc/core').transformSync(source, {
    filename,
    swcrc: false,
    sourceMaps: true,
    inlineSourcesContent: false,
    module: { type: 'commonjs', strictMode: true },
    jsc: {
      target: 'es2022',
      externalHelpers: true, // the helper of `using` that swc writes into a file misnames SuppressedError (1.16.22)
      parser: { syntax: 'typescript' },
      keepClassNames: true,
      rewriteRelativeImportExtensions: true,
    },
  });
}

/** YAML goes out as JSON, which is YAML too: every process reads the data at its start, and JSON a hundred times faster. */
function dataOf(name, source) {
  if (!/\.ya?ml$/.test(name)) return source;
  return JSON.stringify(require('yaml').parse(source.toString('utf8')));
}

/** A reader never sees half a file: written beside, then renamed. */
function writeWhole(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}.tmp`, content);
  fs.renameSync(`${file}.${process.pid}.tmp`, file);
}

/** Built when the output carries the time of its source. */
function buildFile(root, { name, mtimeMs }, afresh) {
  const target = path.join(root, outputOf(name));
  const built = fs.statSync(target, { throwIfNoEntry: false });
  if (!afresh && built !== undefined && Math.abs(built.mtimeMs - mtimeMs) < 2) return false;
  const source = fs.readFileSync(path.join(root, name));
  if (name.endsWith('.ts')) {
    const { code, map } = compile(source.toString('utf8'), name);
    writeWhole(path.join(root, mapOf(name)), map);
    writeWhole(target, code);
  } else writeWhole(target, dataOf(name, source));
  fs.utimesSync(target, mtimeMs / 1000, mtimeMs / 1000);
  return true;
}

/** What no longer has a source goes, or a renamed step file would be loaded twice. */
function sweep(root, files) {
  const outputs = files.flatMap(({ name }) => [outputOf(name), mapOf(name)]);
  const wanted = new Set([...outputs, path.join('dist', '.stamp')]);
  for (const entry of fs.readdirSync(path.join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !wanted.has(path.relative(root, file))) fs.rmSync(file, { force: true });
  }
}

function build(root) {
  const surveyedMs = Date.now();
  const { files } = survey(root);
  const stamp = path.join(root, 'dist', '.stamp');
  const lastMs = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const afresh = fs.statSync(__filename).mtimeMs > lastMs;
  const built = files.filter((file) => buildFile(root, file, afresh)).length;
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
  sweep(root, files);
  fs.writeFileSync(stamp, '');
  const stampSeconds = (surveyedMs - CLOCK_GRAIN_MS) / 1000;
  fs.utimesSync(stamp, stampSeconds, stampSeconds);
  return { built, total: files.length };
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A lock whose holder is gone, or that is older than any build, belongs to nobody. */
function isAbandoned(lock) {
  const { mtimeMs } = fs.statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  if (Date.now() - mtimeMs > LOCK_LIMIT_MS) return true;
  try {
    return !isAlive(Number(fs.readFileSync(path.join(lock, 'pid'), 'utf8')));
  } catch {
    return false; // the holder has not written its number yet, or has just finished
  }
}

/** One build at a time: the second process waits for the first, then finds nothing left to do. */
function withLock(root, act) {
  const lock = path.join(root, 'node_modules', '.cache', 'corridor', 'build.lock');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) fs.rmSync(lock, { recursive: true, force: true });
      else pause(25);
    }
  }
  try {
    fs.writeFileSync(path.join(lock, 'pid'), String(process.pid));
    return act();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function main() {
  const root = path.resolve(__dirname, '..');
  const startedMs = Date.now();
  const onlyWhenStale = process.argv.includes('--if-stale');
  const done = withLock(root, () => (onlyWhenStale && !isStale(root) ? undefined : build(root)));
  if (done === undefined) return;
  process.stderr.write(
    `corridor: compiled ${done.built} of ${done.total} files in ${Date.now() - startedMs} ms\n`,
  );
}

module.exports = { isStale, mapOf };

if (require.main === module) {
  try {
    main();
  } catch (error) {
    process.stderr.write(
      `corridor: Failed to compile the sources: ${error.message.split('\n\nCaused by:')[0].trim()}\n`,
    );
    process.exitCode = 3;
  }
}
