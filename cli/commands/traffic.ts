import { type Command, Option } from 'commander';
import { UsageError } from '../failure.ts';
import { type Io, line } from '../io.ts';
import { formatOption, seedOption, wholeNumber } from '../options.ts';

/** `corridor traffic`: movements as NDJSON, one a line, any number of them in constant memory. */
export function registerTraffic(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('traffic')
    .description('generate movements of a number of days (NDJSON, one movement a line)')
    .addOption(new Option('--days <n>', 'number of days').argParser(wholeNumber('days', 1, 3_660)).default(1))
    .addOption(
      new Option('--per-day <n>', 'trucks a day')
        .argParser(wholeNumber('trucks a day', 1, 1_000_000))
        .default(300),
    )
    .addOption(seedOption('seed of the traffic').default(1))
    .option('--salt <text>', 'goes into identifiers (default: of the seed)')
    .requiredOption('--out <file>', 'file to write, or - for stdout')
    .addOption(formatOption())
    .action(async (options) => {
      const { writeTraffic } = await import('../traffic-file.ts');
      if (options.format === 'json' && options.out === '-')
        throw new UsageError(
          'TWO_THINGS_ON_STDOUT',
          'Found --out - with --format json: stdout holds either the movements or one JSON document.',
          'Give --out a file, or leave out --format json.',
        );
      const summary = await writeTraffic(options, io);
      if (options.format === 'json') line(io.stdout, JSON.stringify(summary));
      else
        line(io.stderr, `${summary.movements} movements written to ${summary.out} (seed ${summary.seed}).`);
      done(0);
    });
}
