import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import type { RunProgress } from '../features/run-options.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import type { Io } from './io.ts';
import { progressLine } from './run-progress.ts';
import { CorridorProcess, temporaryFolder } from './testing/corridor-process.ts';

type Ended = NonNullable<RunProgress['ended']>;

/** What is said on stderr, away from a terminal, about scenarios that end so. */
async function said(...scenarios: readonly Pick<Ended, 'id' | 'verdict' | 'reason'>[]): Promise<string[]> {
  let text = '';
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      text += chunk;
      done();
    },
  });
  const { show, stop } = await progressLine({ stderr } as Partial<Io> as Io, false);
  for (const [at, { id, verdict, reason }] of scenarios.entries()) {
    const ended = { id, verdict, name: id, findings: [], ...(reason !== undefined && { reason }) };
    show({ done: at + 1, total: scenarios.length, ended });
  }
  stop();
  return text.split('\n').slice(0, -1);
}

const silent = (id: string) => ({ id, verdict: 'inconclusive', reason: 'sans réponse' }) as const;

test('scenarios in a row that ended for the same reason are told once and counted', async () => {
  assert.deepEqual(await said(silent('a#1'), silent('a#2'), silent('a#3'), { id: 'b', verdict: 'fail' }), [
    '? a#1 : sans réponse',
    '? … et 2 de suite pour la même raison',
    '✗ b',
  ]);
});

test('a pass says nothing, and separates what would otherwise be told together', async () => {
  assert.deepEqual(await said(silent('a#1'), { id: 'b', verdict: 'pass' }, silent('a#2')), [
    '? a#1 : sans réponse',
    '? a#2 : sans réponse',
  ]);
});

const { status } = spawnSync('script', ['-qec', 'true', '/dev/null']);

test('on a terminal that does not know its width a run goes on', {
  skip: status !== 0 && 'skipped: needs script',
}, async () => {
  using folder = temporaryFolder();
  const words = `${process.execPath} ${packageRoot()}/bin/corridor.js verify --tags '@nominal and @DEP-001'`;
  const command = ['script', '-qec', words, '/dev/null'] as const;
  await using verify = new CorridorProcess([], { cwd: folder.path, command, limitMs: 45_000 });
  const ended = await verify.ended;
  assert.equal(ended.status, 0, ended.stdout.slice(0, 500));
  assert.match(ended.stdout, /CONFORME/);
});
