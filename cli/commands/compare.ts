import type { Command } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { formatOption } from '../options.ts';

/** `corridor compare`: two builds, two countries, before and after. */
export function registerCompare(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('compare')
    .argument('<before>', 'run folder, run id, or "last"')
    .argument('<after>', 'run folder, run id, or "last"')
    .description('show what became red, green or slower from one run to another')
    .option('--html <file>', 'write the comparison as a page that opens offline')
    .option('--runs <directory>', 'where run folders are', DEFAULT_RUNS)
    .addOption(formatOption())
    .addHelpText(
      'after',
      '\nExit 1 when something became red, 2 when something that was judged is not judged any more.\n',
    )
    .action(async (before: string, after: string, options) => {
      const { compare } = await import('../compare-runs.ts');
      done(await compare(before, after, options, io));
    });
}
