import { type Command, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import { type Io, line } from '../io.ts';
import { formatOption } from '../options.ts';

const MORE = `
Examples:
  corridor report last                                      the last run of this folder
  corridor report site-1 site-2 site-3 --out reports/whole  one load, sent by three sites
`;

/** `corridor report`: write the reports of a run folder again, from its evidence alone. */
export function registerReport(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('report')
    .argument('<run...>', 'run folder, run id, or "last"; several: the parts of one load')
    .description('write the reports of a run again, from its evidence')
    .addOption(
      new Option('--lang <language>', 'language of the summary printed here')
        .choices(['fr', 'en'])
        .default('fr'),
    )
    .option('--out <directory>', 'where the report of load runs goes')
    .option('--runs <directory>', 'where run folders are', DEFAULT_RUNS)
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (runs: string[], options) => {
      const { rewriteReports } = await import('../report-run.ts');
      const { text, machine, exitCode } = await rewriteReports(
        runs,
        { ...options, quiet: options.format === 'json' },
        io,
      );
      line(io.stdout, options.format === 'json' ? JSON.stringify(machine) : text);
      done(exitCode);
    });
}
