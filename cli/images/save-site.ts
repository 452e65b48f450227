import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import type { Docker } from '../../features/support/containers/engine.ts';
import { type ImageList, imageOf } from '../../features/support/containers/image-list.ts';
import { PARTS } from '../../features/support/containers/parts.ts';
import { HarnessError } from '../../features/support/errors.ts';
import { packageRoot, packageVersion } from '../../profile/export/package-root.ts';
import { UsageError } from '../failure.ts';
import { labelsOf } from './engine-images.ts';
import { SITE_FILE, type Site, sha256Of } from './site.ts';

const run = promisify(execFile);
const OUTPUT_LIMIT = 16 * 1_048_576;

export interface SavePlan {
  readonly folder: string;
  readonly images: ImageList;
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly tell: (text: string) => void;
}

/** Writes the images and the npm packages of this package to a folder; what is not whole is taken away again. */
export async function saveSite(plan: SavePlan): Promise<Site> {
  const { folder, tell } = plan;
  await insistOnRoom(folder);
  await insistOnImages(plan);
  await mkdir(join(folder, 'images'), { recursive: true });
  try {
    const images: Site['images'] = [];
    for (const part of PARTS) {
      const image = imageOf(plan.images, part);
      const file = join('images', `${part}.tar.gz`);
      await pipeline(
        await plan.docker.getImage(image).get(),
        createGzip({ level: 1 }),
        createWriteStream(join(folder, file)),
      );
      images.push({ part, image, file, sha256: await sha256Of(join(folder, file)) });
      tell(`${image} written`);
    }
    const npm = { folder: 'npm' as const, registry: await fillCache(join(folder, 'npm'), plan.env) };
    tell('npm packages written');
    const saved = { version: packageVersion(), platform: `${process.platform}-${process.arch}`, images, npm };
    await writeFile(join(folder, SITE_FILE), `${JSON.stringify(saved, null, 2)}\n`);
    return saved;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function insistOnRoom(folder: string): Promise<void> {
  const there = await readdir(folder).catch(({ code }: NodeJS.ErrnoException) =>
    code === 'ENOENT' ? [] : undefined,
  );
  if (there?.length === 0) return;
  const seen =
    there === undefined ? 'no folder that can be read' : `not empty: ${there.slice(0, 3).join(', ')}`;
  throw new UsageError(
    'FOLDER_NOT_EMPTY',
    `Failed to save to ${folder}: it is ${seen}.`,
    'Give a new folder.',
  );
}

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
async function fillCache(cache: string, env: SavePlan['env']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-packages-'));
  try {
    for (const name of ['package.json', 'package-lock.json'])
      await copyFile(join(packageRoot(), name), join(folder, name));
    const { stdout } = await npm(['config', 'get', 'registry'], folder, env);
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', cache], folder, env);
    await rm(join(cache, '_logs'), { recursive: true, force: true });
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function npm(words: readonly string[], cwd: string, env: SavePlan['env']): Promise<{ stdout: string }> {
  return run('npm', words, { cwd, env: { ...env }, maxBuffer: OUTPUT_LIMIT }).catch(
    (cause: Error & { stderr?: string }) => {
      const said = cause.stderr?.split('\n').find((text) => /error/i.test(text)) ?? cause.message;
      throw new HarnessError(
        'PACKAGES_NOT_SAVED',
        `Failed to fetch the npm packages: ${said.trim()}.`,
        'Run npm ci here first; it must reach its registry.',
        { cause },
      );
    },
  );
}
