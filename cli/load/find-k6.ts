import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { imageOf } from '../../features/support/containers/image-list.ts';
import { HarnessError } from '../../features/support/errors.ts';
import { packageRoot } from '../../profile/export/package-root.ts';
import {
  type FoundTool,
  findGoTool,
  type GoTool,
  GoToolError,
  onPath,
} from '../../simulators/go-tools/index.ts';
import { readImages } from '../images/images-file.ts';
import { type Io, line } from '../io.ts';
import { askVersion, K6_MAJOR } from './k6-version.ts';

const K6: GoTool = { name: 'k6', variable: 'K6_BIN', program: 'k6' };
/** An image of 100 MB, over the line of an office; assumption. */
const FETCHED_WITHIN_MS = 600_000;
/** How to get it. */
export const GET_K6 = `Give a binary of k6 ${K6_MAJOR} by K6_BIN or on PATH (k6), install Go 1.25 to have it built, or install docker to run it in a container.`;

/** A k6 of the series that load scripts are written for. */
export interface K6 {
  /** Such as 2.2.0, as the program says. */
  readonly version: string;
  /** How it was found: by K6_BIN, on PATH, built from `tools/go.mod`, or as an image. */
  readonly by: FoundTool['by'] | 'container';
  /** What is spawned, before the words for k6, where it needs no file of this machine. */
  readonly command: readonly string[];
  /**
   * What is spawned where it reads or writes files.
   * @param folders that hold them; under the same absolute paths in a container
   */
  readonly commandFor: (folders: readonly string[]) => readonly string[];
}

/** Where k6 is looked for. */
export interface K6Places extends Pick<Io, 'env' | 'cwd'>, Partial<Pick<Io, 'stderr' | 'signal'>> {
  /** Folder of the package; default: this one. */
  readonly root?: string;
  /** File that says which image runs k6 (`--images`). */
  readonly images?: string | undefined;
}

/**
 * Finds k6: K6_BIN, else PATH, else built once from `tools/go.mod`, else in a container.
 * @throws HarnessError `K6_MISSING`, `K6_UNFIT` when what was named or found is no k6 2, `INTERRUPTED`
 */
export async function findK6(places: K6Places): Promise<K6> {
  try {
    const found = await binaryOr(places);
    return found instanceof GoToolError ? await ofImage(places, found) : found;
  } catch (error) {
    throw places.signal?.aborted ? interrupted(error) : error;
  }
}

/**
 * A k6 that is named, on PATH or built before, without a build and without docker: for the doctor.
 * @throws HarnessError `K6_MISSING` when K6_BIN names nothing, `K6_UNFIT`
 */
export async function k6AtHand(places: K6Places): Promise<K6 | undefined> {
  const found = await binaryOr(places, false);
  return found instanceof GoToolError ? undefined : found;
}

/** A binary, or why there is none; what somebody has named is not passed over. */
async function binaryOr(places: K6Places, build = true): Promise<K6 | GoToolError> {
  const { root = packageRoot(), env, signal } = places;
  const note = noteOn(places);
  try {
    return await ofBinary(await findGoTool(K6, { root, env, note, signal, build }), places);
  } catch (error) {
    if (!(error instanceof GoToolError)) throw error;
    if (env[K6.variable]) throw missing(error.seen, error);
    return error;
  }
}

async function ofBinary({ file, by }: FoundTool, { env, signal }: K6Places): Promise<K6> {
  const { version, fault } = await askVersion([file], { env, signal });
  if (version === undefined) throw unfit(by, file, fault);
  const command = [file];
  return { version, by, command, commandFor: () => command };
}

async function ofImage(places: K6Places, noBinary: GoToolError): Promise<K6> {
  const { env, cwd, signal, images } = places;
  signal?.throwIfAborted();
  const image = imageOf(await readImages(images, { env, cwd }), 'k6');
  const docker = onPath(env, 'docker');
  if (docker === undefined) throw missing(`${noBinary.seen}, nor is there a docker on PATH`, noBinary);
  noteOn(places)(`k6 runs in a container, of ${image}; the engine fetches the image where it has none.`);
  const commandFor = commandInContainer(docker, image);
  const command = commandFor([]);
  const { version, fault } = await askVersion(command, { env, signal, withinMs: FETCHED_WITHIN_MS });
  if (version === undefined)
    throw missing(`${noBinary.seen}, nor does ${image} do by docker: ${fault}`, noBinary);
  return { version, by: 'container', command, commandFor };
}

/** Says before it begins what takes long. */
const noteOn =
  ({ stderr }: K6Places) =>
  (sentence: string): void => {
    if (stderr) line(stderr, sentence);
  };

/** On the network of this machine, as the account that runs us: k6 reads and writes what that account may. */
const commandInContainer =
  (docker: string, image: string): K6['commandFor'] =>
  (folders) => {
    const { uid, gid } = userInfo();
    const account = uid < 0 ? [] : ['--user', `${uid}:${gid}`];
    const mounts = folders.map((folder) => resolve(folder)).flatMap((path) => ['-v', `${path}:${path}`]);
    return [docker, 'run', '--rm', '-i', '--network', 'host', ...account, ...mounts, image];
  };

const missing = (seen: string, cause: unknown): HarnessError =>
  new HarnessError('K6_MISSING', `Failed to find k6: ${seen}.`, GET_K6, { cause });

const WHENCE = { named: 'is named by K6_BIN', path: 'is on PATH', built: 'was built here' } as const;
const REMEDY = {
  named: `Name a binary of k6 ${K6_MAJOR} by K6_BIN.`,
  path: `Name a binary of k6 ${K6_MAJOR} by K6_BIN, or take this one off PATH.`,
  built: 'Remove it, to have it built again.',
} as const;

const unfit = (by: FoundTool['by'], file: string, fault: string): HarnessError =>
  new HarnessError('K6_UNFIT', `Failed to use k6: "${file}" ${WHENCE[by]}, but ${fault}.`, REMEDY[by]);

const interrupted = (cause: unknown): HarnessError =>
  new HarnessError('INTERRUPTED', 'Interrupted before k6 was found.', 'Start again.', { cause });
