import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Docker } from '../../features/support/containers/engine.ts';
import { type ImageList, imageOf, imagesWith } from '../../features/support/containers/image-list.ts';
import { PARTS } from '../../features/support/containers/parts.ts';
import { HarnessError } from '../../features/support/errors.ts';
import { readRegularFile, whyNotRead } from '../../fixtures/regular-file.ts';
import { UsageError } from '../failure.ts';
import { followed, LABELS, labelsOf } from './engine-images.ts';
import { IMAGES_FILE, installCommand, SITE_FILE, type Site, sha256Of, site } from './site.ts';

const LARGEST_SITE_BYTES = 65_536;

export interface LoadPlan {
  readonly folder: string;
  readonly docker: Docker;
  readonly tell: (text: string) => void;
  /** Ends the loading. */
  readonly signal: AbortSignal;
}

export interface LoadedSite {
  readonly images: readonly string[];
  /** Command that installs the npm packages of the folder, to be given in the folder of Corridor. */
  readonly install: string;
  /** What makes a run choose these images; a file where they are not named as ours are. */
  readonly chosen: Pick<ImageList, 'file' | 'givenPrefix'>;
}

/** Gives the engine the images of a saved folder. A file that is not as it was written is refused before any is loaded. */
export async function loadSite(plan: LoadPlan): Promise<LoadedSite> {
  const { folder, tell, signal } = plan;
  const { images, npm } = readSite(folder);
  for (const { file, sha256 } of images) {
    const seen = await sha256Of(join(folder, file), signal).catch((error) => whyNotRead(error));
    if (seen !== sha256) throw torn(folder, file, seen);
  }
  for (const one of images) {
    await loadImage(plan, one);
    tell(`${one.image} loaded`);
  }
  const names = images.map(({ image }) => image);
  return {
    images: names,
    install: installCommand(join(folder, npm.folder), npm),
    chosen: choiceOf(folder, images),
  };
}

/** Ours go by one prefix; others by the file that names them, which was saved with them. */
function choiceOf(folder: string, images: Site['images']): LoadedSite['chosen'] {
  const own = imagesWith();
  const prefixes = images.map(({ part, image }) => {
    const name = PARTS.find((known) => known === part);
    return name !== undefined && image.endsWith(imageOf(own, name))
      ? image.slice(0, -imageOf(own, name).length)
      : undefined;
  });
  const [prefix] = prefixes;
  if (prefix === undefined || prefixes.some((other) => other !== prefix))
    return { file: join(folder, IMAGES_FILE) };
  return prefix === own.prefix ? {} : { givenPrefix: prefix };
}

/** Afterwards the engine has the image, and for the part that it was saved for. */
async function loadImage(
  { folder, docker, signal }: LoadPlan,
  { file, image, part }: Site['images'][number],
): Promise<void> {
  const path = join(folder, file);
  const told = (seen: string): HarnessError => notLoaded(path, image, seen);
  await followed(docker, await docker.loadImage(createReadStream(path, { signal })), told);
  const labels = await labelsOf(docker, image);
  if (labels === undefined) throw told('the engine has none of that name afterwards');
  // An image that is not of ours carries no label.
  const made = labels[LABELS.part] ?? part;
  if (made !== part) throw told(`it is the image of the part "${made}", not of "${part}"`);
}

const notLoaded = (path: string, image: string, seen: string): HarnessError =>
  new HarnessError(
    'IMAGE_NOT_LOADED',
    `Failed to load the image ${image} of ${path}: ${seen.replace(/\.$/, '')}.`,
    'Save the images again, where there is a network: corridor images save DIR.',
  );

function readSite(folder: string): Site {
  const file = join(folder, SITE_FILE);
  try {
    return site.parse(JSON.parse(readRegularFile(file, LARGEST_SITE_BYTES).toString('utf8')));
  } catch (error) {
    const seen =
      'code' in (error as object) ? whyNotRead(error) : 'it is not what corridor images save writes';
    throw new UsageError(
      'SITE_NOT_READ',
      `Failed to read ${file}: ${seen}.`,
      'Give the folder that "corridor images save DIR" wrote, whole.',
    );
  }
}

function torn(folder: string, file: string, seen: string): UsageError {
  const why = seen.length === 64 ? 'its content is not what was written' : seen;
  return new UsageError(
    'SITE_TORN',
    `Failed to load ${join(folder, file)}: ${why}.`,
    'Copy the folder again; its files must arrive whole.',
  );
}
