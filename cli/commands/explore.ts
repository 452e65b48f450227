import { type Command, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { answerWithinOption, formatOption, seedOption, wholeNumber } from '../options.ts';

const LONGEST_S = 86_400;
const MOST_STEPS = 10_000_000;

const MORE = `
Examples:
  corridor explore                                        a minute against the reference stack
  corridor explore --time 600 --target hub.yaml           against a stack of yours
  corridor explore --deviation keeps-the-guarantee        what does it find of a wrong behaviour?
  corridor explore --play found.feature                   play what it printed, once more
`;

/** `corridor explore`: scenarios that nobody thought of. */
export function registerExplore(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('explore')
    .description('draw long sequences of legal and illegal messages, judge them, and shorten what fails')
    .option('--target <name>', 'reference, or a YAML file that describes the stack', 'reference')
    .option('--deviation <name>', 'make the reference stack commit this wrong behaviour')
    .addOption(
      new Option('--steps <n>', 'most messages to send').argParser(wholeNumber('steps', 1, MOST_STEPS)),
    )
    .addOption(
      new Option('--time <seconds>', 'longest search')
        .argParser(wholeNumber('a time', 1, LONGEST_S))
        .default(60),
    )
    .addOption(seedOption('seed of movements, messages and faults (default: drawn, and printed)'))
    .option('--play <file>', 'play the scenarios of this feature file instead of drawing any')
    .option('--out <directory>', 'where the run folder goes', DEFAULT_RUNS)
    .addOption(answerWithinOption('30, as the profile allows'))
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (options) => {
      const { explore } = await import('../explore-run.ts');
      done(await explore(options, io));
    });
}
