import { type Command, InvalidArgumentError, Option } from 'commander';
import { protocolNames } from '../../simulators/tracking/protocols/protocol.ts';
import { variantsListed } from '../fleet-variants.ts';
import type { Io } from '../io.ts';
import { formatOption, seedOption, wholeNumber } from '../options.ts';

const MOST_DEVICES = 1_000_000;

const MORE = `
Examples:
  corridor fleet --protocol jt808 --devices 100 --to 127.0.0.1:5015 --duration 60
  corridor fleet --protocol teltonika --devices 19000 --to 127.0.0.1:5027 --interval 30
  corridor fleet --protocol teltonika --register http://127.0.0.1:8080 --platform TRK-TG     against corridor stack --port 8080
  corridor fleet --protocol gt06 --devices 500 --to tracking.example:5023 --speed 60 --duration 3600     an hour in a minute

Ends after --duration, or with Ctrl-C: answers that are due are waited for, then every device leaves.
Exit codes: 0 every report was taken, 1 an answer was no or came too late, 2 reports were left over, nothing was sent, or
Ctrl-C came before --duration was over, 4 nothing listens, or wrong usage, 130 a second Ctrl-C.
`;

/** A number above 0, or a sentence that says what was seen. */
const positive =
  (name: string, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= most) return value;
    throw new InvalidArgumentError(`found "${text}"; ${name} is a number above 0, at most ${most}.`);
  };

const option = (flags: string, description: string, parse: (text: string) => number, fallback?: number) => {
  const made = new Option(flags, description).argParser(parse);
  return fallback === undefined ? made : made.default(fallback);
};

/** How many, how often, how long. */
const amounts = (): Option[] => [
  option(
    '--devices <n>',
    'number of devices, at most 1,000,000',
    wholeNumber('devices', 1, MOST_DEVICES),
    100,
  ),
  option(
    '--first <n>',
    'number of the first device, which its id is made of: a second fleet at one platform needs others',
    wholeNumber('a first device', 0, 999_999),
    0,
  ),
  option(
    '--interval <seconds>',
    'pause between two reports of a device, by its clock; the first comes within it',
    positive('an interval', 86_400),
    60,
  ),
  option(
    '--duration <seconds>',
    "length of the run, by the devices' clock (default: until Ctrl-C)",
    positive('a duration', 31_622_400),
  ),
  option(
    '--speed <factor>',
    "how many times faster than the clock the devices' time goes",
    positive('a speed', 100_000),
    1,
  ),
];

/** What this machine spends on them. */
const means = (): Option[] => [
  option('--ramp <n>', 'connections begun per second', positive('a ramp', 100_000), 1_000),
  option(
    '--sources <n>',
    'loopback addresses to connect from, towards this machine only, at most 200; 0: as the system chooses (default: one for each 5,000 devices)',
    wholeNumber('sources', 0, 200),
  ),
  option(
    '--processes <n>',
    'processes that have a part of the devices each, at most 64',
    wholeNumber('processes', 1, 64),
    1,
  ),
  option(
    '--memory <n>',
    'readings that a device without a link keeps, at most 20,000',
    wholeNumber('readings', 1, 20_000),
    500,
  ),
];

/** `corridor fleet`: GPS trackers of one protocol on real connections. */
export function registerFleet(program: Command, io: Io, done: (exitCode: number) => void): void {
  const command = program
    .command('fleet')
    .description('run GPS trackers and e-seals against a platform, on real connections')
    .addOption(
      new Option('--protocol <protocol>', 'wire protocol').choices([...protocolNames]).makeOptionMandatory(),
    )
    .option(
      '--to <host:port>',
      'where the platform listens for this protocol; with --register it says so itself',
    )
    .option(
      '--register <hub>',
      'make the devices known to a tracking platform of this hub first, such as http://127.0.0.1:8080',
    )
    .option('--platform <code>', 'the platform of --register', 'TRK-TG');
  for (const one of [...amounts(), ...means()]) command.addOption(one);
  command
    .option('--udp', 'datagrams instead of connections (teltonika)', false)
    .option('--variant <model>', `model or version, where the protocol has several: ${variantsListed()}`)
    .option('--journeys', 'live the journeys of trucks: stops, borders, dead zones, alerts', false)
    .option(
      '--corridor <name>',
      'road of all devices, by its name (default: the busiest; with --journeys every corridor by its share)',
    )
    .addOption(seedOption('where the devices are, and when they report').default(1))
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (options) => {
      const { runFleet } = await import('../fleet-run.ts');
      done(await runFleet(options, io));
    });
}
