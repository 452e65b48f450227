import { type Command, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import { type Io, line } from '../io.ts';
import { formatOption } from '../options.ts';

/** `corridor report`: write the reports of a run folder again, from its evidence alone. */
export function registerReport(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('report')
    .argument('<run>', 'run folder, run id, or "last"')
    .description('write report.html and junit.xml of a run again, from its evidence')
    .addOption(
      new Option('--lang <language>', 'language of the summary printed here')
        .choices(['fr', 'en'])
        .default('fr'),
    )
    .option('--runs <directory>', 'where run folders are', DEFAULT_RUNS)
    .addOption(formatOption())
    .action(async (run: string, options) => {
      const { rewriteReports } = await import('../report-run.ts');
      const { text, machine, exitCode } = await rewriteReports(run, options, io);
      line(io.stdout, options.format === 'json' ? JSON.stringify(machine) : text);
      done(exitCode);
    });
}
