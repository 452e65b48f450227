import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { formatOption, parseShard, seedOption } from '../options.ts';

const MORE = `
Examples:
  corridor load ordinary-day                          the reference stack, an ordinary day in two minutes
  corridor load convoy --target hub.yaml              a stack of yours
  corridor load my-plan.yaml --seed 7                 a plan of yours (docs/guides/charge.md)

k6 v2 is found by K6_BIN or on PATH, else built once by a Go toolchain, else run as a container.
Exit codes: 0 limits kept and books agree, 1 not, 2 inconclusive or Ctrl-C, 3 harness fault, 4 wrong usage.
`;

const parseInstant = (text: string): number => {
  const at = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && Number.isFinite(at)) return at;
  throw new InvalidArgumentError(`found "${text}"; an instant is written 2026-11-23T08:00:00Z.`);
};

/** `corridor load`: does the stack hold under load, and is nothing lost meanwhile. */
export function registerLoad(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('load')
    .argument('<plan>', 'name of a plan of the package, or a YAML file')
    .description('play a load plan with k6 and simulated countries, drain, reconcile the books, and report')
    .option('--target <name>', 'reference, or a YAML file that describes the stack', 'reference')
    .option(
      '--database <url>',
      'PostgreSQL server for the reference stack (default: the one that npm brings)',
    )
    .option('--deviation <name>', 'make the reference stack commit this wrong behaviour')
    .addOption(seedOption('seed of movements, moments and faults (default: drawn, and printed)'))
    .option('--salt <text>', 'goes into identifiers (default: fresh, and printed)')
    .addOption(
      new Option('--at <instant>', 'make the traffic for this moment (default: now)').argParser(parseInstant),
    )
    .addOption(
      new Option('--segment <i/n>', 'send one part of n; n sites together send the whole').argParser(
        parseShard,
      ),
    )
    .option('--no-seats', 'do not play the countries that receive: another site does')
    .option('--out <directory>', 'where the run folder goes', DEFAULT_RUNS)
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (plan: string, options) => {
      const { runLoad } = await import('../load/load-run.ts');
      done(await runLoad(plan, options, io));
    });
}
