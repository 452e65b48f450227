import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allMessages } from '../../profile/messages/messages.ts';
import { quoted } from '../reconcile/agreement.ts';
import { Engine, type Row } from '../reconcile/engine.ts';
import { evidenceFiles } from '../reconcile/evidence-files.ts';
import { bitsOf, type Digits, type Distribution, distributionOf, LONGEST, NOTHING } from './distribution.ts';
import type { Bin, Measures } from './measures.ts';
import { binSecondsFor, emptyBin, noMeasures } from './merge-measures.ts';

/** Bins of a run at most, the last of them of its drain. */
export const MOST_BINS = 900;

/** What has to be known of a run to measure its evidence. */
export interface EvidenceOptions {
  /** Instants between which exchanges belong to the run, ms since the epoch. */
  readonly from: number;
  readonly until: number;
  /** Time on the road for a time of the run: see `figures/leads.sql`. */
  readonly roadMsPerMs: number;
  /** Where the engine puts what does not fit in memory; default: the temporary folder of the machine. */
  readonly temporary?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What evidence tells, and the second in which its last exchange began, ms since the epoch; undefined without any. */
export interface MeasuredEvidence {
  readonly measures: Measures;
  readonly lastAt: number | undefined;
}

/**
 * Measures evidence files of any size: DuckDB reads them once and hands over histograms.
 * @param paths evidence files, or run folders
 * @throws ReconcileError for what is no evidence
 */
export async function measureEvidence(
  paths: readonly string[],
  options: EvidenceOptions,
): Promise<MeasuredEvidence> {
  const files = await evidenceFiles(paths);
  await using engine = await Engine.start(options.temporary, options.signal);
  const names = await Promise.all(files.map(({ path }, at) => engine.nameFor(path, at)));
  await engine.run(settings(names, options));
  await engine.run(readFileSync(join(__dirname, '..', 'reconcile', 'tables', 'reading.sql'), 'utf8'));
  await engine.run(sqlOf('tables', 'exchanges'));
  const [whole = {}] = await figure(engine, 'whole');
  const [first, last] = [whole['first'], whole['last']].map((value) =>
    value === null ? undefined : Number(value),
  );
  const binSeconds = binSecondsFor((last ?? 0) - (first ?? 0) + 1, MOST_BINS);
  await engine.run(`set variable bin_seconds = ${binSeconds};`);
  const measures = {
    ...noMeasures,
    binSeconds,
    bins: await binsOf(engine),
    answers: (await figure(engine, 'answers')).map(answersOf),
    deliveries: (await figure(engine, 'deliveries')).map((row) => ({
      country: String(row['country']),
      delays: timesOf(row),
    })),
    leads: leadsOf(await figure(engine, 'leads')),
    acknowledged: Number(whole['acknowledged'] ?? 0),
    unread: Number(whole['unread'] ?? 0),
    outside: Number(whole['outside'] ?? 0),
  };
  return { measures, lastAt: last === undefined ? undefined : last * 1_000 };
}

const sqlOf = (folder: 'tables' | 'figures', name: string): string =>
  readFileSync(join(__dirname, folder, `${name}.sql`), 'utf8');

const figure = (engine: Engine, name: string): Promise<Row[]> => engine.rows(sqlOf('figures', name));

const instantOf = (ms: number): string => `timestamp ${quoted(new Date(ms).toISOString().slice(0, 23))}`;

function settings(names: readonly string[], { from, until, roadMsPerMs }: EvidenceOptions): string {
  const types = allMessages.map(({ wireCode, name }) => `(${quoted(wireCode)}, ${quoted(name)})`);
  return `
    set variable files = [${names.map(quoted).join(', ')}];
    set variable longest = ${LONGEST};
    set variable bits = ${bitsOf(3)};
    set variable bin_bits = ${bitsOf(2)};
    set variable window_from = ${instantOf(from)};
    set variable window_until = ${instantOf(until)};
    set variable road_ms_per_ms = ${roadMsPerMs};
    create table message_type as select * from (values ${types.join(', ')}) as message_type(code, name);`;
}

/** A row with a grouped quantity; nothing where nothing was measured. */
function timesOf(row: Row, digits: Digits = 3): Distribution {
  const { values, counts, most } = row;
  if (!Array.isArray(values) || !Array.isArray(counts)) return NOTHING;
  return distributionOf(values.map(Number), counts.map(Number), Number(most), digits);
}

const answersOf = (row: Row): Measures['answers'][number] => ({
  message: String(row['message']),
  country: String(row['country']),
  isQuestion: row['isQuestion'] === true,
  attempts: Number(row['attempts']),
  acknowledged: Number(row['acknowledged']),
  refused: Number(row['refused']),
  times: timesOf(row),
});

const leadsOf = (rows: readonly Row[]): Measures['leads'] =>
  [...Map.groupBy(rows, (row) => String(row['country']))].map(([country, [...both]]) => {
    const part = (isBehind: boolean): Distribution =>
      timesOf(both.find((row) => row['isBehind'] === isBehind) ?? {});
    return { country, ahead: part(false), behind: part(true) };
  });

async function binsOf(engine: Engine): Promise<Bin[]> {
  const bins = new Map<number, Bin>();
  const binAt = (row: Row): Bin => {
    const at = Number(row['bin']);
    const known = bins.get(at) ?? emptyBin(at);
    bins.set(at, known);
    return known;
  };
  const put = (row: Row, part: Partial<Bin>): void =>
    void bins.set(Number(row['bin']), { ...binAt(row), ...part });
  for (const row of await figure(engine, 'bins')) {
    const { attempts, failed, refused, answered, acknowledged } = row as Readonly<Record<string, number>>;
    put(row, {
      attempts: attempts ?? 0,
      failed: failed ?? 0,
      refused: refused ?? 0,
      answered: answered ?? 0,
      acknowledged: acknowledged ?? 0,
    });
  }
  for (const row of await figure(engine, 'answers-by-bin')) put(row, { answers: timesOf(row, 2) });
  for (const row of await figure(engine, 'deliveries-by-bin'))
    put(row, { deliveries: { ...binAt(row).deliveries, [String(row['country'])]: timesOf(row, 2) } });
  for (const row of await figure(engine, 'pending'))
    put(row, { pending: { ...binAt(row).pending, [String(row['seat'])]: Number(row['pending']) } });
  return [...bins.values()].sort((one, other) => one.at - other.at);
}
