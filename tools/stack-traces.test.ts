import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(__dirname, '..');
const SOURCE = path.join('profile', 'export', 'package-root.ts');

/** The trace of an error that compiled code throws, told by a process of its own. */
function traceOf(more: string): string {
  const code = `${more}
    const { packageRoot } = require('./dist/profile/export/package-root.js');
    try { packageRoot('/'); } catch (error) { process.stdout.write(error.stack); }`;
  return spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).stdout;
}

test('a trace of compiled code names the line of the source', () => {
  const lines = readFileSync(path.join(root, SOURCE), 'utf8').split('\n');
  const line = 1 + lines.findIndex((text) => text.includes('throw new TypeError'));
  const trace = traceOf("require('./tools/stack-traces.js').nameSources(process.cwd());");
  assert.match(trace, /^TypeError: Failed to find the package/);
  assert.ok(trace.includes(`(${path.join(root, SOURCE)}:${line}:`), trace);
});

test('without it the trace names what was compiled', () => {
  assert.match(traceOf(''), /dist.profile.export.package-root\.js:\d+/);
});
