import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../profile/export/package-root.ts';
import { corridor, type Ended, type ProcessOptions, temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';
import { writeTarget } from './testing/hostile-stack.ts';
import { expectReadableEvidence, onlyRun, summaryOf } from './testing/run-folder.ts';
import { SOME_SCENARIOS } from './testing/some-scenarios.ts';
import { StackByHand } from './testing/stack-by-hand.ts';

/** Runs `corridor verify` by a shell that first narrows the disk; the run folders are in `kept` afterwards. */
async function verifyOnFullDisk(shell: readonly [string, ...string[]], folder: string): Promise<Ended> {
  await using stack = await StackByHand.start();
  const target = join(folder, writeTarget(folder, stack.url));
  const launcher = join(packageRoot(), 'bin', 'corridor.js');
  const options: ProcessOptions = { cwd: folder, command: [...shell, process.execPath, launcher] };
  const words = ['verify', '--target', target, ...SOME_SCENARIOS, '--out', 'runs', '--format', 'json'];
  return await corridor(words, options);
}

/** The run broke off by a fault of ours; what was written before reads from end to end, and is no pass. */
async function expectKept(ended: Ended, folder: string, seen: RegExp): Promise<void> {
  const { code, message, hint } = expectRefusal(ended, 3);
  assert.equal(code, 'NO_SPACE', message);
  assert.match(message, /runs\/.*\.ndjson/, 'the path is quoted');
  assert.match(message, seen);
  assert.match(hint, /stays readable/);
  const run = onlyRun(folder, 'kept');
  const { count } = await expectReadableEvidence(run);
  assert.ok(count > 0, 'there is evidence');
  assert.notEqual(summaryOf(run).verdict, 'pass');
  assert.notEqual(summaryOf(run).state, 'complete');
  const report = await corridor(['report', run]);
  expectReadable(report);
  assert.ok(report.status === 2 || report.status === 3, report.stdout + report.stderr);
  assert.ok(existsSync(join(run, 'report.html')));
}

const SMALL_DISK =
  'mkdir runs && mount -t tmpfs -o size=400k tmpfs runs && { "$@"; code=$?; cp -r runs kept; exit $code; }';
const namespaces = [
  ['unshare', '-rm'],
  ['unshare', '-m'],
] as const;
const mounting = namespaces.find(
  ([unshare, flags]) => spawnSync(unshare, [flags, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0,
);

test('a disk that fills up in the middle of a run: told with the path, and the evidence kept so far reads', {
  skip: mounting === undefined && 'skipped: needs unshare with mount',
}, async () => {
  assert.ok(mounting);
  using folder = temporaryFolder();
  const ended = await verifyOnFullDisk([...mounting, 'bash', '-c', SMALL_DISK, 'bash'], folder.path);
  await expectKept(ended, folder.path, /the disk is full \(ENOSPC\)/);
});

test('a largest size of files that is reached in the middle of a run is told in the same way', async () => {
  using folder = temporaryFolder();
  const script = 'ulimit -f 400; "$@"; code=$?; mv runs kept; exit $code';
  const ended = await verifyOnFullDisk(['bash', '-c', script, 'bash'], folder.path);
  await expectKept(ended, folder.path, /\(EFBIG\)/);
});
