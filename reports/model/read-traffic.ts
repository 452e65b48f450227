import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isUnexpected } from '../evidence/journal.ts';
import { readExchange } from '../evidence/read-exchange.ts';
import type { RunSummary } from '../evidence/run.ts';
import { verifyChain } from '../evidence/verify-chain.ts';
import type { EvidenceNote, ExchangeModel } from './run-model.ts';
import type { ReadScenario } from './scenario.ts';
import { type StateCoverage, StateCoverageReader } from './state-coverage.ts';

/** The wire exchanges of a run, given to the scenarios that own them. */
export interface Traffic {
  /** Exchanges of each scenario, by its position. */
  readonly of: readonly (readonly ExchangeModel[])[];
  readonly unexpected: readonly ExchangeModel[];
  readonly count: number;
  readonly notes: readonly EvidenceNote[];
  readonly machines: StateCoverage;
}

/**
 * Reads every evidence file of a run (one a process). An exchange belongs to the scenario that it names, or to the
 * one that owns its conversation, even if it claimed it later.
 * @throws EvidenceError when a line that is not the last cannot be read
 */
export async function readTraffic(
  folder: string,
  run: RunSummary,
  read: readonly ReadScenario[],
): Promise<Traffic> {
  const byId = new Map(read.map(({ scenario }, at) => [scenario.id, at]));
  const byConversation = new Map(
    read.flatMap(({ conversations }, at) => conversations.map((name) => [name, at] as const)),
  );
  const of = read.map((): ExchangeModel[] => []);
  const unexpected: ExchangeModel[] = [];
  const notes: EvidenceNote[] = [];
  const machines = new StateCoverageReader();
  let count = 0;
  const files = (await readdir(folder)).filter((name) => /^exchange[\w.-]*\.ndjson$/.test(name)).sort();
  if (files.length === 0) notes.push({ kind: 'absent', file: 'exchange.ndjson' });
  for (const file of files) {
    const onTorn = (line: number): void => void notes.push({ kind: 'torn', file, line });
    for await (const line of readExchange(join(folder, file), { onTorn })) {
      const exchange = { ...line, file };
      count += 1;
      machines.add(exchange);
      const at = byId.get(exchange.scenario ?? '') ?? byConversation.get(exchange.conversation ?? '');
      if (at !== undefined) of[at]?.push(exchange);
      else if (isUnexpected(exchange)) unexpected.push(exchange);
    }
    notes.push(...(await chainNotes(folder, file, run)));
  }
  return { of, unexpected, count, notes, machines: machines.result() };
}

/** A chain that does not hold, or that does not end where `run.json` says it ended. */
async function chainNotes(
  folder: string,
  file: string,
  { state, exchanges }: RunSummary,
): Promise<EvidenceNote[]> {
  const { holds, head, broken } = await verifyChain(join(folder, file));
  if (!holds) return [{ kind: 'chain-broken', file, line: broken?.line ?? 0 }];
  const heads = Object.values(exchanges.heads);
  const cut = state === 'complete' && heads.length > 0 && !heads.includes(head);
  return cut ? [{ kind: 'chain-cut', file }] : [];
}
