import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, type Row } from './engine.ts';
import { insistOnChains } from './evidence-chains.ts';
import { evidenceFiles } from './evidence-files.ts';
import { missingFromExports, needOf, partlyJudged } from './exports.ts';
import { type Invariant, readInvariants } from './invariants.ts';
import { type Loaded, type LoadOptions, loadEvidence } from './load-evidence.ts';
import { isOutOfSpace, noSpace, ReconcileError } from './reconcile-error.ts';
import {
  type Explanation,
  explanations,
  type NotJudged,
  type Reconciliation,
  type ReconciliationFinding,
} from './reconciliation.ts';

/** Of each invariant this many findings are listed; all are counted. */
const LISTED = 100;
const LISTED_MOVEMENTS = 20;

/** How books are reconciled, beside how evidence is loaded. */
export interface ReconcileOptions extends LoadOptions {
  /** Verify the hash chain of each file first: every line is hashed again. */
  readonly chain?: boolean;
  /** Where the engine puts what does not fit in memory; default: the temporary folder of the machine. */
  readonly temporary?: string;
  readonly signal?: AbortSignal;
  /** Told before each stage: reading, then the name of each invariant. */
  readonly onStage?: (stage: {
    readonly done: number;
    readonly total: number;
    readonly name: string;
  }) => void;
}

/**
 * Judges whether the books agree, whatever each scenario said: the evidence of a run, of any size, becomes tables of DuckDB,
 * and each file of `invariants/` is asked what does not hold.
 * @param paths evidence files, or run folders
 * @throws ReconcileError for what is no evidence
 */
export async function reconcile(
  paths: readonly string[],
  { chain = false, temporary, signal, onStage, ...load }: ReconcileOptions = {},
): Promise<Reconciliation> {
  const files = await evidenceFiles(paths);
  const invariants = readInvariants();
  const begin = (done: number, name: string): void => {
    onStage?.({ done, total: invariants.length + 1, name });
    signal?.throwIfAborted();
  };
  try {
    begin(0, 'evidence');
    if (chain) await insistOnChains(files);
    await using engine = await Engine.start(temporary, signal);
    const loaded = await loadEvidence(engine, files, load);
    const missing = loaded.exportsOnly ? await missingFromExports(engine) : undefined;
    const judged: Judged[] = [];
    for (const [at, invariant] of invariants.entries()) {
      begin(at + 1, invariant.name);
      const lacking = missing ? invariant.needs.filter((need) => missing.has(need)) : [];
      judged.push(await judge(engine, invariant, lacking));
    }
    return await conclude(engine, loaded, judged);
  } catch (error) {
    if (!signal?.aborted) throw isOutOfSpace(error) ? noSpace(error) : error;
    throw new ReconcileError('INTERRUPTED', 'Interrupted: nothing was reconciled.', 'Run it again.', {
      cause: error,
    });
  }
}

interface Judged {
  readonly invariant: Invariant;
  readonly findings: readonly ReconciliationFinding[];
  readonly found: number;
  readonly explained: Reconciliation['explained'];
  /** What the exports lack to judge it at all. */
  readonly lacking: readonly string[];
}

async function judge(engine: Engine, invariant: Invariant, lacking: readonly string[]): Promise<Judged> {
  const { name, requirements, sql } = invariant;
  const nothing = { invariant, findings: [], found: 0, explained: [], lacking };
  if (lacking.length > 0) return nothing;
  await engine.run(
    `create or replace temp table judged as select movement, seats, messages, reason, explained from (${sql})`,
  );
  const [any] = await engine.rows('select exists(from judged) as any');
  if (any?.['any'] === false) return nothing;
  const rows = await engine.rows(
    `select * exclude explained, count(*) over ()::integer as found from judged where explained is null order by all limit ${LISTED}`,
  );
  const explained = await engine.rows(
    `select explained, count(*)::integer as count, list_sort(list_distinct(list(movement)))[1:${LISTED_MOVEMENTS}] as movements
     from judged where explained is not null group by explained order by explained`,
  );
  return {
    invariant,
    findings: rows.map((row) => findingOf(name, requirements, row)),
    found: Number(rows[0]?.['found'] ?? 0),
    lacking,
    explained: explained.map((row) => ({
      invariant: name,
      explanation: explanationOf(row['explained']),
      count: Number(row['count']),
      movements: texts(row['movements']),
    })),
  };
}

const findingOf = (invariant: string, requirements: readonly string[], row: Row): ReconciliationFinding => ({
  invariant,
  requirements: [...requirements],
  movement: typeof row['movement'] === 'string' ? row['movement'] : null,
  seats: texts(row['seats']),
  messages: texts(row['messages']),
  reason: String(row['reason']),
});

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];

function explanationOf(value: unknown): Explanation {
  const known = explanations.find((explanation) => explanation === value);
  if (known) return known;
  throw new TypeError(
    `An invariant explains by ${JSON.stringify(value)}: add the word to reconciliation.ts.`,
  );
}

const leftOut = (judged: readonly Judged[]): NotJudged[] =>
  judged
    .filter(({ lacking }) => lacking.length > 0)
    .map(({ invariant, lacking }) => ({ invariant: invariant.name, needs: lacking.map(needOf) }));

async function conclude(
  engine: Engine,
  { exchanges, exportsOnly }: Loaded,
  judged: readonly Judged[],
): Promise<Reconciliation> {
  const [counted] = await engine.rows('select count(*)::integer as movements from movement');
  const figure = (name: string) =>
    engine.rows(readFileSync(join(__dirname, 'figures', `${name}.sql`), 'utf8'));
  const findings = judged.flatMap((one) => one.findings);
  const leads = await figure('lead-time');
  const told = leads.filter((row) => row['medianMin'] !== null);
  const leadTimeLeftOut = leads.length - told.length;
  return {
    verdict:
      exchanges === 0 || judged.every(({ lacking }) => lacking.length > 0)
        ? 'inconclusive'
        : findings.length > 0
          ? 'fail'
          : 'pass',
    exchanges,
    movements: Number(counted?.['movements'] ?? 0),
    invariants: judged.map(({ invariant: { name, fr, en, requirements }, found, explained }) => ({
      name,
      fr,
      en,
      requirements: [...requirements],
      findings: found,
      explained: explained.reduce((sum, { count }) => sum + count, 0),
    })),
    findings,
    explained: judged.flatMap((one) => one.explained),
    ...(exportsOnly && { notJudged: [...leftOut(judged), ...(await partlyJudged(engine))] }),
    figures: {
      dwell: (await figure('dwell')) as unknown as Reconciliation['figures']['dwell'],
      leadTime: told as unknown as Reconciliation['figures']['leadTime'],
      ...(leadTimeLeftOut > 0 && { leadTimeLeftOut }),
    },
  };
}
