import { type Command, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { formatOption } from '../options.ts';

const MORE = `
Examples:
  corridor reconcile last                           the last run of this folder
  corridor reconcile seat-TG.ndjson seat-BF.ndjson  evidence of a pilot, one file a seat
  corridor reconcile tg.csv bf.csv --columns columns.yaml --token-key key.bin
                                                    exports of a pilot; names become tokens

Exit codes: 0 all books agree, 1 they do not, 2 nothing to reconcile, 4 no evidence.
`;

/** `corridor reconcile`: whatever each scenario said, the books must agree. */
export function registerReconcile(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('reconcile')
    .argument(
      '<evidence...>',
      'run folder, run id, "last", one or more exchange.ndjson, or with --columns exports',
    )
    .description('judge whether all books agree, over the evidence of a run of any size')
    .option(
      '--under-way',
      'a movement whose time limit still runs at the end of the evidence is no finding',
      false,
    )
    .option('--chain', 'first verify that no line was changed since it was written', false)
    .option(
      '--columns <file>',
      'the files are exports (CSV, JSON, NDJSON); this YAML says how their columns map',
    )
    .option('--token-key <file>', 'key of the tokens in the place of names (default: drawn for this run)')
    .addOption(
      new Option('--keep-identifiers', 'of exports: leave names of persons and firms as they are')
        .default(false)
        .conflicts('tokenKey'),
    )
    .option('--evidence <file>', 'of exports: keep the evidence made of them, a new file')
    .option('--skip-bad-rows', 'of exports: count rows that cannot be read and leave them out', false)
    .option('--runs <directory>', 'where run folders are', DEFAULT_RUNS)
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (evidence: string[], options) => {
      const { reconcileEvidence } = await import('../reconcile-evidence.ts');
      done(await reconcileEvidence(evidence, options, io));
    });
}
