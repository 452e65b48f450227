import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunSummary, runSummary } from '../../reports/evidence/run.ts';
import { type ChainVerdict, verifyChain } from '../../reports/evidence/verify-chain.ts';
import { corridorHere } from './corridor-here.ts';
import type { CorridorProcess } from './corridor-process.ts';
import { expectReadable } from './expect-refusal.ts';

const PROBE_EVERY_MS = 25;
const RUNS = join('reports', 'runs');

/** The run folders under `reports/runs` of a folder, oldest first. */
export function runsIn(folder: string, runs = RUNS): string[] {
  const all = join(folder, runs);
  return existsSync(all)
    ? readdirSync(all)
        .sort()
        .map((id) => join(all, id))
    : [];
}

/** The only run made in a folder. */
export function onlyRun(folder: string, runs = RUNS): string {
  const [run, ...more] = runsIn(folder, runs);
  assert.ok(run, 'a run folder was made');
  assert.deepEqual(more, []);
  return run;
}

export const summaryOf = (run: string): RunSummary =>
  runSummary.parse(JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')));

/** Waits until the evidence of a run holds this many exchanges; rejects when the process ends first. */
export async function untilExchanged(
  process: CorridorProcess,
  folder: string,
  count: number,
): Promise<string> {
  for (;;) {
    const [run] = runsIn(folder);
    const path = run && join(run, 'exchange.ndjson');
    if (run && path && existsSync(path) && readFileSync(path, 'utf8').split('\n').length > count) return run;
    if (process.child.exitCode !== null || process.child.signalCode !== null)
      throw new Error(`ended before ${count} exchanges: ${JSON.stringify(await process.ended)}`);
    await pause(PROBE_EVERY_MS);
  }
}

/** The evidence reads from end to end: the chain holds, and agrees with `run.json` where that was closed. */
export async function expectReadableEvidence(run: string): Promise<ChainVerdict> {
  const chain = await verifyChain(join(run, 'exchange.ndjson'));
  assert.equal(chain.holds, true, JSON.stringify(chain));
  const { exchanges, state } = summaryOf(run);
  if (state !== 'running' && exchanges.heads['harness'] !== undefined) {
    assert.equal(chain.head, exchanges.heads['harness']);
    assert.equal(chain.count, exchanges.count);
  }
  return chain;
}

/** `corridor report RUN`: reads what a run left, and never calls what broke off a pass. */
export async function expectReportOf(run: string, status: number): Promise<string> {
  const ended = await corridorHere(['report', run]);
  expectReadable(ended);
  assert.equal(ended.status, status, ended.stdout + ended.stderr);
  assert.ok(existsSync(join(run, 'report.html')));
  return ended.stdout;
}
