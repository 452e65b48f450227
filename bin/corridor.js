#!/usr/bin/env node

// Starts under any Node since 20: runs Corridor itself under Node 24, which npm brings along where it can.

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const module_ = require('node:module');
const os = require('node:os');
const path = require('node:path');
const v8 = require('node:v8');

const NODE_MAJOR = 24;
const HARNESS_FAULT = 3;
const root = path.resolve(__dirname, '..');
const MAIN = path.join(root, 'dist', 'cli', 'main.js');

function fail(sentence) {
  process.stderr.write(`corridor: ${sentence}\n`);
  process.exit(HARNESS_FAULT);
}

function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const manifest = require.resolve(`node-${platform}-${process.arch}/package.json`, { paths: [root] });
    return path.join(path.dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined; // not installed: an optional dependency, and macOS has none
  }
}

function nodesOnPath() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).filter((file) => fs.existsSync(file));
}

function isRecent(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0) >= NODE_MAJOR;
}

function runUnder(node) {
  // Over the channel the child sees that this launcher is gone, even when it was killed with -9.
  const child = spawn(node, [...process.execArgv, __filename, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  process.on('disconnect', () => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to the child as well: passing it on would make it two.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) =>
    fail(
      `Failed to start Node ${NODE_MAJOR} at ${node}: ${error.code}. Install Node ${NODE_MAJOR} or later.`,
    ),
  );
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)));
}

function rerunUnderRecentNode() {
  const node = pinnedNode() ?? nodesOnPath().find(isRecent);
  if (node !== undefined) return runUnder(node);
  fail(
    `Failed to start: this is Node ${process.versions.node} and no Node ${NODE_MAJOR} was found. Install Node ${NODE_MAJOR} or later, or run npm ci again without --omit=optional.`,
  );
}

/**
 * In a clone the sources are beside: compile what changed. In an installed package dist/ is all there is. The stacks that a
 * harness starts are of its own build: they need not look again.
 */
function refreshBuild() {
  if (process.env.CORRIDOR_BUILT === root) return;
  const builder = path.join(root, 'tools', 'build.js');
  if (!fs.existsSync(builder) || !fs.existsSync(path.join(root, 'cli', 'main.ts'))) return;
  process.env.CORRIDOR_BUILT = root;
  if (!require(builder).isStale(root)) return;
  const { status } = spawnSync(process.execPath, [builder, '--if-stale'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(HARNESS_FAULT);
}

/** In a clone stack traces name the sources. */
function nameSources() {
  const file = path.join(root, 'tools', 'stack-traces.js');
  if (fs.existsSync(file)) require(file).nameSources(root);
}

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
  rerunUnderRecentNode();
} else {
  refreshBuild();
  // Young objects get room at once: to load the rooms would else clear them away a dozen times (a sixth of a start).
  v8.setFlagsFromString('--min-semi-space-size=16');
  if (!fs.existsSync(MAIN)) fail(`Failed to start: ${MAIN} is missing. Run npm ci.`);
  module_.enableCompileCache();
  nameSources();
  require(MAIN);
}
