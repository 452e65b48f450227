import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDeviations } from './deviations-run.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

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
