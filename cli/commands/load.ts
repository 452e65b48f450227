import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { formatOption, parseShard, seedOption, wholeNumber } from '../options.ts';

const MORE = `
Examples:
  corridor load ordinary-day                          the reference stack, an ordinary day in two minutes
  corridor load convoy --target hub.yaml              a stack of yours
  corridor load my-plan.yaml --seed 7                 a plan of yours (docs/guides/charge.md)
  corridor load my-plan.yaml --kubernetes set --target hub.yaml --runners 3     for a cluster (docs/guides/charge-kubernetes.md)

k6 v2 is found by K6_BIN or on PATH, else built once by a Go toolchain, else run as a container.
Exit codes: 0 limits kept and books agree, 1 not, 2 inconclusive or Ctrl-C, 3 harness fault, 4 wrong usage.
`;

const parseInstant = (text: string): number => {
  const at = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && Number.isFinite(at)) return at;
  throw new InvalidArgumentError(`found "${text}"; an instant is written 2026-11-23T08:00:00Z.`);
};

/** @source RFC 1123, names of Kubernetes objects */
const parseClaim = (text: string): string => {
  if (/^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/.test(text)) return text;
  throw new InvalidArgumentError(
    `found ${JSON.stringify(text)}; a claim is named by small letters, digits and hyphens.`,
  );
};

/** What several machines do that play one plan together. */
const parts = (): Option[] => [
  new Option('--segment <i/n>', 'send one part of n; n sites together send the whole').argParser(parseShard),
  new Option('--no-seats', 'do not play the countries that receive: another site does'),
  new Option(
    '--only-seats',
    'only play the countries that receive: as long as the plan takes, or until Ctrl-C',
  ).conflicts(['segment', 'seats', 'prepareOnly', 'fromLog', 'kubernetes']),
  new Option(
    '--prepare-only <directory>',
    'write the traffic and what k6 is told, and end: another machine sends it',
  ).conflicts(['fromLog', 'kubernetes']),
  new Option(
    '--from-log <files...>',
    'make the run folder of senders in a cluster from what their pods said',
  ).conflicts('kubernetes'),
];

/** How the documents for a cluster are made. */
const cluster = (): Option[] => [
  new Option('--kubernetes <directory>', 'write the documents that play the plan in a Kubernetes cluster'),
  new Option('--runners <n>', 'pods that send, and pods of each group of devices')
    .argParser(wholeNumber('runners', 1, 100))
    .default(3),
  new Option('--image <name>', 'image of Corridor (load/kubernetes/Dockerfile)').default('corridor:0.1'),
  new Option('--k6-image <name>', 'image of k6').default('grafana/k6:2.2.0'),
  new Option('--separate', 'each runner on a node of its own').default(false),
  new Option(
    '--evidence-claim <name>',
    'volume claim (ReadWriteMany) to which evidence goes (default: logs of pods)',
  ).argParser(parseClaim),
];

/** `corridor load`: does the stack hold under load, and is nothing lost meanwhile. */
export function registerLoad(program: Command, io: Io, done: (exitCode: number) => void): void {
  const command = program
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
    .option('--out <directory>', 'where the run folder goes', DEFAULT_RUNS);
  for (const one of [...parts(), ...cluster()]) command.addOption(one);
  command
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (plan: string, options) => {
      insistOnMode(options, (name) => command.getOptionValueSource(name) === 'cli');
      done(await (await workOf(options))(plan, options, io));
    });
}

const OF_A_CLUSTER = ['runners', 'image', 'k6Image', 'separate', 'evidenceClaim'];
const OF_A_RUN = ['deviation', 'database', 'seats'];

/** An option that says nothing about what is asked for is a mistake. @throws UsageError `OPTION_OUT_OF_PLACE` */
function insistOnMode(options: Readonly<Record<string, unknown>>, isGiven: (name: string) => boolean): void {
  const elsewhere = ['kubernetes', 'prepareOnly', 'fromLog'].find((name) => options[name] !== undefined);
  const [wrong, why] =
    elsewhere === undefined
      ? [OF_A_CLUSTER, 'without --kubernetes']
      : [
          [...OF_A_RUN, ...(elsewhere === 'kubernetes' ? [] : OF_A_CLUSTER)],
          `beside ${wordOf(elsewhere)}, which starts no stack`,
        ];
  const given = wrong.filter(isGiven);
  if (given.length > 0)
    throw new UsageError(
      'OPTION_OUT_OF_PLACE',
      `Found ${given.map((name) => wordOf(name)).join(', ')} ${why}.`,
      'Leave it out; corridor load --help says what each is for.',
    );
}

/** An option as it is written. */
const wordOf = (name: string): string =>
  name === 'seats' ? '--no-seats' : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What is asked for; loaded only when it runs. */
async function workOf(options: Readonly<Record<string, unknown>>) {
  if (options['kubernetes']) return (await import('../load/kubernetes/write-set.ts')).writeSet;
  if (options['prepareOnly']) return (await import('../load/prepare-only.ts')).prepareOnly;
  if (options['fromLog']) return (await import('../load/from-log.ts')).runFromLog;
  return (await import('../load/load-run.ts')).runLoad;
}
