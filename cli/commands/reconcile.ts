import type { Command } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { formatOption } from '../options.ts';

const MORE = `
Examples:
  corridor reconcile last                           the last run of this folder
  corridor reconcile seat-TG.ndjson seat-BF.ndjson  evidence of a pilot, one file a seat

Exit codes: 0 all books agree, 1 they do not, 2 nothing to reconcile, 4 no evidence.
`;

/** `corridor reconcile`: whatever each scenario said, the books must agree. */
export function registerReconcile(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('reconcile')
    .argument('<evidence...>', 'run folder, run id, "last", or one or more exchange.ndjson')
    .description('judge whether all books agree, over the evidence of a run of any size')
    .option(
      '--under-way',
      'a movement whose time limit still runs at the end of the evidence is no finding',
      false,
    )
    .option('--chain', 'first verify that no line was changed since it was written', false)
    .option('--runs <directory>', 'where run folders are', DEFAULT_RUNS)
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (evidence: string[], options) => {
      const { reconcileEvidence } = await import('../reconcile-evidence.ts');
      done(await reconcileEvidence(evidence, options, io));
    });
}
