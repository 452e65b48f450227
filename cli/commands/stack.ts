import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import { formatOption, wholeNumber } from '../options.ts';

/** `corridor stack`: the reference interconnection stack, until Ctrl-C. */
export function registerStack(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('stack')
    .description('start the reference interconnection stack and keep it running until Ctrl-C')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--public-host <address>',
      'address to publish for trackers, where it is not --host (containers, NAT)',
    )
    .addOption(
      new Option('--port <n>', 'port to listen on; 0 takes a free one')
        .argParser(wholeNumber('a port', 0, 65_535))
        .default(0),
    )
    .option('--database <url>', 'PostgreSQL to use (postgres://...); default: an embedded one of its own')
    .option(
      '--services <json|file>',
      'national services to ask, base addresses by name, e.g. {"tariff":"http://127.0.0.1:8080/tariff"}',
    )
    .option('--deviation <name>', 'commit this wrong behaviour on purpose')
    .addOption(
      new Option('--environment <name>', 'environment the stack says it is')
        .choices(['test', 'preproduction', 'production'])
        .default('test'),
    )
    .option('--timers <json>', 'timer values in seconds by name, e.g. {"versionGap":2}')
    .addOption(
      new Option(
        '--tracking-port <n>',
        'port of the first listener for trackers, the others follow; default: free ones, opened when asked for',
      ).argParser(wholeNumber('a port', 1, 65_500)),
    )
    .option('--tracking-limits <json>', 'what listeners let devices cost, e.g. {"loginWithinMs":5000}')
    .addOption(formatOption())
    .action(async (options) => {
      if (options.deviation !== undefined) {
        const { insistOnDeviation } = await import('../deviation-choice.ts');
        insistOnDeviation(options.deviation);
      }
      const { runStack } = await import('../../simulators/stack/main.ts');
      done((await runStack(options, io)) ?? 0);
    });
}
