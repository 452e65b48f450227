import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, before, test } from 'node:test';
import { createRandom } from '../../fixtures/random.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { readRequirements } from '../../profile/export/requirements.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { openRunContext } from '../support/open-run-context.ts';
import type { RunContext } from '../support/run-context.ts';
import { planOf } from '../support/run-plan.ts';
import { startReferenceTarget } from '../support/targets/reference-target.ts';
import { stackCommand } from '../support/targets/stack-command.ts';
import { Generator } from './draw/generator.ts';
import { Explorer, type ExplorerOptions } from './explorer.ts';
import type { Move, MovementSpec } from './move.ts';
import { HOUR_MS } from './units.ts';

const DEVIATION = 'acknowledges-afresh';
const folder = mkdtempSync(join(tmpdir(), 'corridor-explorer-'));
const parts = new AsyncDisposableStack();
let run: RunContext;

/** Always the same: a notice, sent twice. */
class NoticeTwice extends Generator {
  override specs(): MovementSpec[] {
    const corridor = 'LOME-CINKANSE-OUAGADOUGOU';
    return [{ number: 1, corridor, seed: 1, guarantee: 'fund', monthEnd: false }];
  }

  override length(): number {
    return 2;
  }

  override next(_player: unknown, id: number): Move {
    const notice = { id, movement: 1, by: 'TG', act: 'TransitNotice', detail: [] };
    return id === 1 ? notice : { ...notice, act: 'repeat', of: 1, count: 1 };
  }

  override last(): undefined {
    return undefined;
  }
}

/** Breaks off before its first message. */
class Broken extends NoticeTwice {
  override specs(): MovementSpec[] {
    throw new RangeError('planted');
  }
}

const drawnBy = (Kind: typeof NoticeTwice) =>
  new Kind(createRandom('explorer'), loadReferenceData(), { clock: false, restart: false });

before(async () => {
  const target = parts.use(
    await startReferenceTarget({
      command: stackCommand,
      env: process.env,
      deviation: DEVIATION,
      runId: 'explorer',
      now: Date.now,
    }),
  );
  const io = { stdout: new PassThrough(), stderr: new PassThrough(), env: process.env, cwd: folder };
  const plan = planOf({ seed: 1, spares: 0 }, io);
  const journal = await Journal.open(join(folder, 'exchange.ndjson'));
  parts.defer(async () => void (await journal.close()));
  const opened = await openRunContext(plan, target, journal, readRequirements());
  parts.use(opened.spares);
  parts.use(opened.context.settings.environment);
  run = opened.context;
});

after(async () => {
  await parts.disposeAsync();
  rmSync(folder, { recursive: true, force: true });
});

const explorer = (generators: readonly Generator[], changes: Partial<ExplorerOptions>) =>
  new Explorer({
    run,
    lend: async () => ({ ...run.settings.environment, [Symbol.asyncDispose]: async () => undefined }),
    generators,
    now: Date.now,
    until: Date.now() + HOUR_MS,
    shrinkMs: 0,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...changes,
  });

test('when one search breaks off the other ends too, and why is told at once', {
  timeout: 30_000,
}, async () => {
  // No requirement is wanted: what the stack does wrong is no reason to end.
  const searching = explorer([drawnBy(NoticeTwice), drawnBy(Broken)], { wanted: [] });
  await assert.rejects(searching.explore(), { name: 'RangeError', message: 'planted' });
});

test('what one search found is kept when the other breaks off', { timeout: 30_000 }, async () => {
  const { environment } = run.settings;
  const found = Promise.withResolvers<void>();
  let lent = 0;
  const lend = async () => {
    lent += 1;
    if (lent === 2) {
      await found.promise;
      throw new RangeError('planted');
    }
    return { ...environment, [Symbol.asyncDispose]: async () => undefined };
  };
  const onProgress = ({ messages }: { readonly messages: number }) => void (messages > 0 && found.resolve());
  const searching = explorer([drawnBy(NoticeTwice), drawnBy(NoticeTwice)], { lend, onProgress });
  const { discovery } = await searching.explore();
  assert.equal(discovery?.finding.requirement, 'KEY-001');
});
