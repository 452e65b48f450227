import { type Command, Option } from 'commander';
import { linkEngines } from '../../features/support/links/link-engine-names.ts';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import {
  answerWithinOption,
  formatOption,
  imagesOption,
  parseOrder,
  parseShard,
  seedOption,
  wholeNumber,
} from '../options.ts';

const MORE = `
Examples:
  corridor verify                                   the whole suite against the reference stack
  corridor verify --target containers               the same in containers (corridor images build, first)
  corridor verify --target hub.yaml                 against a stack of yours
  corridor verify --tags "@RTE-003 or @nominal"     part of it
  corridor verify --scenario depart/mainlevee#une-seconde-mainlevee-est-refusee
`;

/** `corridor verify`: the main job. */
export function registerVerify(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('verify')
    .description('play the customs systems, run the scenarios against a stack, judge, and write the report')
    .option('--target <name>', 'reference, containers, or a YAML file that describes the stack', 'reference')
    .addOption(imagesOption())
    .option('--seat <seat>', 'only scenarios that judge this seat (hub)')
    .option('--tags <expression>', 'Cucumber tag expression, e.g. "@nominal and not @exclusif"')
    .addOption(seedOption())
    .option('--salt <text>', 'goes into identifiers (default: fresh, and printed)')
    .addOption(
      new Option('--order <order>', 'defined, or random:SEED').argParser(parseOrder).default('defined'),
    )
    .option('--scenario <id>', 'run one scenario, by the id that reports show')
    .option('--out <directory>', 'where the run folder goes', DEFAULT_RUNS)
    .addOption(
      new Option('--parallel <n>', 'worker processes').argParser(wholeNumber('workers', 1, 16)).default(1),
    )
    .addOption(new Option('--shard <i/n>', 'run one part of n').argParser(parseShard))
    .option('--deviation <name>', 'make the reference stack commit this wrong behaviour')
    .option('--expected <file>', 'YAML list of failures that are known: exit 0 when the run goes as it says')
    .addOption(
      new Option(
        '--links <engine>',
        'what carries the links between the seats (default: embedded; in containers: toxiproxy)',
      ).choices(linkEngines),
    )
    .addOption(answerWithinOption('30, as the profile allows'))
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (options) => {
      const { verify } = await import('../verify-run.ts');
      done(await verify(options, io));
    });
}
