import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { packageRoot } from '../../../features/support/package-root.ts';
import { drawSalt, drawSeed } from '../../../features/support/run-plan.ts';
import type { TargetDescription } from '../../../features/support/targets/target.ts';
import type { LoadPlan } from '../../../fixtures/load/plan.ts';
import type { ScheduleOptions } from '../../../fixtures/load/schedule.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { UsageError } from '../../failure.ts';
import { type Format, type Io, line } from '../../io.ts';
import { checkPlan } from '../check-plan.ts';
import { readPlan } from '../plan-file.ts';
import { insistOnTarget } from '../prepare-only.ts';
import { prepareTraffic } from '../prepare-traffic.ts';
import { planConfig } from './config-maps.ts';
import { documentsOf } from './documents.ts';
import { nextSteps } from './next-steps.ts';
import type { SetFile, SetOptions } from './set-options.ts';

/** The command line of `corridor load PLAN --kubernetes DIR`. */
export interface SetCommand {
  readonly kubernetes: string;
  readonly target: string;
  readonly seed?: number;
  readonly salt?: string;
  readonly at?: number;
  readonly runners: number;
  readonly image: string;
  readonly k6Image: string;
  readonly separate: boolean;
  readonly evidenceClaim?: string;
  readonly format: Format;
}

/** Writes the documents that play a plan in a cluster. @returns the exit code */
export async function writeSet(named: string, command: SetCommand, io: Io): Promise<number> {
  const plan = withoutFollowedTrucks(readPlan(named, io.cwd));
  const reference = loadReferenceData();
  checkPlan(plan, reference);
  const target = await insistOnTarget(command.target, io);
  insistOnPlayable(plan, target);
  const directory = resolve(io.cwd, command.kubernetes);
  await insistOnEmpty(directory, command.kubernetes);
  const { seed = drawSeed(), salt = drawSalt(), at = io.now(), evidenceClaim } = command;
  const options: SetOptions = {
    ...{ plan, target, seed, salt, at, evidenceClaim },
    countries: [...reference.countries],
    runners: command.runners,
    image: command.image,
    k6Image: command.k6Image,
    separate: command.separate,
    traffic: await sizeOf({ plan, reference, seed, salt, at }, io.signal),
    scripts: await k6Scripts(),
  };
  const files = documentsOf(options);
  const written = await writeAll(directory, options, files);
  if (command.format === 'json')
    line(
      io.stdout,
      JSON.stringify({ directory, files: written, seed, salt, at: new Date(at).toISOString() }),
    );
  else io.stdout.write(`${written.join('\n')}\nNext: ${join(directory, 'README.md')}\n`);
  return 0;
}

/** Devices of a cluster drive for themselves: where the trucks of the plan are, their pods do not know. */
const withoutFollowedTrucks = (plan: LoadPlan): LoadPlan => ({
  ...plan,
  trackers: plan.trackers.map((one) => ({ ...one, followed: 0 })),
});

/** A link breaks between a country and the hub: in a cluster nobody of ours stands there. Keys are for Secrets, which are not made. */
function insistOnPlayable({ plan, links }: LoadPlan, { name, tls, signing }: TargetDescription): void {
  if (tls || signing)
    throw new UsageError(
      'KEYS_IN_CLUSTER',
      `Failed to make documents for ${name}: its file names certificates or a key, and no document carries them.`,
      'Leave out `tls:` and `signing:`, or play it without --kubernetes.',
    );
  if (links.length === 0) return;
  const countries = [...new Set(links.map(({ country }) => country))].join(', ');
  throw new UsageError(
    'LINKS_IN_CLUSTER',
    `Failed to make documents of ${plan}: it breaks the links of ${countries}, which only one machine can do.`,
    'Leave out `links:`, or play it without --kubernetes.',
  );
}

async function insistOnEmpty(directory: string, named: string): Promise<void> {
  const found = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(
      'FOLDER_NOT_WRITABLE',
      `Failed to write to ${named}: ${error.code}.`,
      'Give a new folder.',
    );
  });
  if (found.length > 0)
    throw new UsageError(
      'FOLDER_NOT_EMPTY',
      `Failed to write to ${named}: found ${found[0]} there.`,
      'Give a new folder.',
    );
}

/** The traffic is made once here: a plan that cannot be played is refused now, and pods get the memory that it needs. */
async function sizeOf(schedule: ScheduleOptions, signal: AbortSignal): Promise<SetOptions['traffic']> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-load-'));
  try {
    const file = join(folder, 'traffic');
    const traffic = await prepareTraffic(file, schedule, undefined, signal);
    return { ...traffic, bytes: (await stat(file)).size };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function k6Scripts(): Promise<Record<string, string>> {
  const folder = join(packageRoot, 'load', 'k6');
  const names = (await readdir(folder)).filter((name) => /(?<!\.test)\.ts$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
}

async function writeAll(
  directory: string,
  options: SetOptions,
  files: readonly SetFile[],
): Promise<string[]> {
  await mkdir(dirname(directory), { recursive: true });
  const beside = await mkdtemp(`${directory}.part-`);
  // Beside the documents, for who makes run folders of logs later.
  const given = planConfig(options)['data'] as Record<string, string>;
  const texts = {
    ...Object.fromEntries(files.map((file) => [file.name, yamlOf(file)])),
    ...given,
    'README.md': nextSteps(options, files),
  };
  try {
    for (const [name, text] of Object.entries(texts)) await writeFile(join(beside, name), text);
    await chmod(beside, 0o755);
    // A folder whole or none: the empty one that may stand there makes room.
    await rmdir(directory).catch(() => undefined);
    await rename(beside, directory);
  } catch (error) {
    await rm(beside, { recursive: true });
    throw error;
  }
  return Object.keys(texts).map((name) => join(directory, name));
}

const yamlOf = ({ about, objects }: SetFile): string =>
  `# ${about}\n${objects.map((one) => stringify(one, { aliasDuplicateObjects: false, lineWidth: 0 })).join('---\n')}`;
