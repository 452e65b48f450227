import { type Command, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { formatOption, parseShard, seedOption, wholeNumber } from '../options.ts';

const MORE = `
How long: all take about 10 minutes on 2 cores, 5 with --no-explore; one takes seconds.
The list: docs/deviations.md. Those that show only under load are proven by corridor load PLAN --deviation NAME.
`;

/** `corridor deviations`: can the suite fail? Every wrong behaviour must be killed, for the right requirement. */
export function registerDeviations(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('deviations')
    .description('run the suite against every deviation and print the matrix deviation x requirement')
    .option('--only <names>', 'comma-separated names', (text: string) =>
      text.split(',').map((name) => name.trim()),
    )
    .addOption(new Option('--shard <i/n>', 'run one part of n, drawn by the seed').argParser(parseShard))
    .option(
      '--no-explore',
      'leave out the shy deviations, which only exploring finds (each: two minutes to find; shortening not counted)',
    )
    .option('--full', 'run all scenarios against each, and find accidents', false)
    .addOption(seedOption())
    .addOption(
      new Option('--parallel <n>', 'deviations at a time')
        .argParser(wholeNumber('deviations at a time', 1, 16))
        .default(2),
    )
    .option('--out <directory>', 'where run folders go', DEFAULT_RUNS)
    .option('--matrix <file>', 'also write the matrix as a page, such as docs/deviations.md')
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (options) => {
      const { runDeviations } = await import('../deviations-run.ts');
      done(await runDeviations(options, io));
    });
}
