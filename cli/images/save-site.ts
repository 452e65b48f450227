import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { stringify } from 'yaml';
import type { Docker } from '../../features/support/containers/engine.ts';
import { type ImageList, imageOf } from '../../features/support/containers/image-list.ts';
import { PARTS } from '../../features/support/containers/parts.ts';
import { HarnessError } from '../../features/support/errors.ts';
import { packageRoot, packageVersion } from '../../profile/export/package-root.ts';
import { UsageError } from '../failure.ts';
import { labelsOf } from './engine-images.ts';
import { IMAGES_FILE, SITE_FILE, type Site, sha256Of } from './site.ts';

const run = promisify(execFile);
const OUTPUT_LIMIT = 16 * 1_048_576;
/** Begins the name of what is not whole yet. */
const PARTIAL = '.partial-';

export interface SavePlan {
  readonly folder: string;
  readonly images: ImageList;
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly tell: (text: string) => void;
  /** Ends the writing. */
  readonly signal: AbortSignal;
}

/**
 * Writes the images and the npm packages of this package to a folder. All of it goes to its place once it is whole, the file that
 * says so last; of what is not whole nothing stays, and of what others put there nothing goes.
 */
export async function saveSite(plan: SavePlan): Promise<Site> {
  const { folder } = plan;
  await insistOnRoom(folder);
  await insistOnImages(plan);
  await using undo = new AsyncDisposableStack();
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) undo.defer(() => removeEmpty(folder, made));
  // Inside the folder, which may be a disk of its own: there it moves without being copied.
  const partial = await mkdtemp(join(folder, PARTIAL));
  undo.defer(() => rm(partial, { recursive: true, force: true }));
  const saved = await writeSite(plan, partial);
  for (const name of ['images', 'npm', IMAGES_FILE, SITE_FILE]) {
    await rename(join(partial, name), join(folder, name)).catch((cause: NodeJS.ErrnoException) => {
      throw takenMeanwhile(folder, name, cause);
    });
    undo.defer(() => rm(join(folder, name), { recursive: true, force: true }));
  }
  undo.move();
  await rm(partial, { recursive: true, force: true });
  return saved;
}

async function writeSite(plan: SavePlan, folder: string): Promise<Site> {
  const { env, signal, tell } = plan;
  const { prefix, reach, parts, k6 } = plan.images;
  await writeFile(join(folder, IMAGES_FILE), stringify({ prefix, reach, parts, k6 }));
  const images = await saveImages({ ...plan, folder });
  const npm = { folder: 'npm' as const, registry: await fillCache(join(folder, 'npm'), env, signal) };
  tell('npm packages written');
  const saved = { version: packageVersion(), platform: `${process.platform}-${process.arch}`, images, npm };
  await writeFile(join(folder, SITE_FILE), `${JSON.stringify(saved, null, 2)}\n`);
  return saved;
}

/** From a folder upwards to the first that was made; one that holds something by now stays. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  for (let at = folder; at.length >= first.length; at = dirname(at)) await rmdir(at).catch(() => undefined);
}

/** Writes the images alone, and tells which file holds which. */
export async function saveImages({
  folder,
  images,
  docker,
  tell,
  signal,
}: Omit<SavePlan, 'env'>): Promise<Site['images']> {
  await mkdir(join(folder, 'images'), { recursive: true });
  const saved: Site['images'] = [];
  for (const part of PARTS) {
    const image = imageOf(images, part);
    const file = join('images', `${part}.tar.gz`);
    const written = createWriteStream(join(folder, file));
    await pipeline(await docker.getImage(image).get(), createGzip({ level: 1 }), written, { signal });
    saved.push({ part, image, file, sha256: await sha256Of(join(folder, file), signal) });
    tell(`${image} written`);
  }
  return saved;
}

async function insistOnRoom(folder: string): Promise<void> {
  const there = await readdir(folder).catch(({ code }: NodeJS.ErrnoException) =>
    code === 'ENOENT' ? [] : undefined,
  );
  if (there?.length === 0) return;
  const seen =
    there === undefined ? 'no folder that can be read' : `not empty: ${there.slice(0, 3).join(', ')}`;
  const half = there?.find((name) => name.startsWith(PARTIAL));
  throw new UsageError(
    'FOLDER_NOT_EMPTY',
    `Failed to save to ${folder}: it is ${seen}.`,
    half === undefined
      ? 'Give a new folder.'
      : `Give a new folder; ${half} is of a save that runs, or that was killed: then remove it.`,
  );
}

const takenMeanwhile = (folder: string, name: string, cause: NodeJS.ErrnoException): UsageError =>
  Object.assign(
    new UsageError(
      'FOLDER_NOT_EMPTY',
      `Failed to save to ${folder}: ${name} could not be put there (${cause.code}).`,
      'Give a new folder, to which nobody else writes.',
    ),
    { cause },
  );

async function insistOnImages({ docker, images }: SavePlan): Promise<void> {
  for (const part of PARTS) {
    const image = imageOf(images, part);
    if (await labelsOf(docker, image)) continue;
    throw new HarnessError(
      'IMAGE_NOT_FOUND',
      `Failed to save the image ${image}: the engine has none of that name.`,
      'Make the images first: corridor images build, or docker pull what is in your registry.',
    );
  }
}

/** Installs the packages of package-lock.json elsewhere, for nothing but the cache that this fills. */
async function fillCache(cache: string, env: SavePlan['env'], signal: AbortSignal): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-packages-'));
  try {
    for (const name of ['package.json', 'package-lock.json'])
      await copyFile(join(packageRoot(), name), join(folder, name));
    const at = { cwd: folder, env, signal };
    const { stdout } = await npm(['config', 'get', 'registry'], at);
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', cache], at);
    await rm(join(cache, '_logs'), { recursive: true, force: true });
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves and rejects once npm has ended: then it writes no more. */
async function npm(
  words: readonly string[],
  { signal, env, cwd }: Pick<SavePlan, 'env' | 'signal'> & { readonly cwd: string },
): Promise<{ stdout: string }> {
  signal.throwIfAborted();
  const running = run('npm', words, { cwd, env: { ...env }, maxBuffer: OUTPUT_LIMIT });
  const stop = (): void => void running.child.kill();
  signal.addEventListener('abort', stop);
  try {
    return await running;
  } catch (cause) {
    throw packagesNotSaved(cause as Error & { stderr?: string });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function packagesNotSaved(cause: Error & { stderr?: string }): HarnessError {
  const said = cause.stderr?.split('\n').find((text) => /error/i.test(text)) ?? cause.message;
  return new HarnessError(
    'PACKAGES_NOT_SAVED',
    `Failed to fetch the npm packages: ${said.trim()}.`,
    'Run npm ci here first; it must reach its registry.',
    { cause },
  );
}
