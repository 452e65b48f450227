import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import { formatOption, wholeNumber } from '../options.ts';

const MORE = `
Examples:
  corridor services                                 they know no movement: every question is answered by UNKNOWN_...
  corridor services --traffic moves.ndjson          they know these (corridor traffic --days 1 --per-day 20 --out moves.ndjson)
  corridor services --mappings mine --port 8089     answers of yours, in mine/*.json, come before theirs
  corridor services --format json                   one line of JSON when they answer: the address of each

A mapping file, answers and the stack that asks: docs/guides/services.md
`;

/** `corridor services`: doubles of the national services on a WireMock, until Ctrl-C. */
export function registerServices(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('services')
    .description('run doubles of the national services (WireMock) until Ctrl-C')
    .option('--mappings <dir>', 'folder of WireMock mapping files of yours (*.json), loaded as they are')
    .addOption(
      new Option('--port <n>', 'port of WireMock; 0 takes a free one')
        .argParser(wholeNumber('a port', 0, 65_535))
        .default(0),
    )
    .option(
      '--traffic <file>',
      'movements that the services know, as corridor traffic writes them (1,000 at most)',
    )
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (options) => {
      const { runServicesByHand } = await import('../services-run.ts');
      await runServicesByHand(options, io);
      done(0);
    });
}
