import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviationsShape } from '../profile/export/cli-shapes.ts';
import type { DeviationResult } from './deviation-court.ts';
import { deviationsDocument, runDeviations } from './deviations-run.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { corridor, temporaryFolder } from './testing/corridor-process.ts';
import { readDeclared } from './testing/read-declared.ts';

test('a page of a part of the deviations is refused before anything starts', async () => {
  const options = {
    only: ['keeps-one-waiting-version'],
    matrix: 'x.md',
    full: false,
    explore: true,
    parallel: 1,
    out: 'x',
    format: 'json',
  } as const;
  await assert.rejects(runDeviations(options, {} as Io), UsageError);
});

test('all that is printed of a deviation is declared: a member more is red here', async () => {
  using folder = temporaryFolder();
  const words = ['deviations', '--only', 'tells-no-waiting-time', '--seed', '1', '--format', 'json'];
  const { stdout, stderr, status } = await corridor(words, { cwd: folder.path });
  const { total, killed } = readDeclared(deviationsShape, stdout);
  assert.deepEqual([status, total, killed], [0, 1, 1], stderr);
});

test('what exploring found is declared too', () => {
  const found: Required<DeviationResult> = {
    name: 'keeps-one-waiting-version',
    seat: 'hub',
    violates: ['ORD-003'],
    outcome: 'killed',
    killedBy: [{ scenario: 'keeps-one-waiting-version-explored', requirement: 'ORD-003' }],
    unproven: [],
    explored: { messages: 7, seconds: 12 },
  };
  const { deviations } = readDeclared(deviationsShape, deviationsDocument([found]));
  assert.deepEqual(deviations, [found]);
});
