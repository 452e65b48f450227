import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Docker } from '../../features/support/containers/engine.ts';
import { UsageError } from '../failure.ts';
import { followed } from './engine-images.ts';
import { installCommand, SITE_FILE, type Site, sha256Of, site } from './site.ts';

export interface LoadPlan {
  readonly folder: string;
  readonly docker: Docker;
  readonly tell: (text: string) => void;
}

export interface LoadedSite {
  readonly images: readonly string[];
  /** Command that installs the npm packages of the folder, to be given in the folder of Corridor. */
  readonly install: string;
}

/** Gives the engine the images of a saved folder. A file that is not as it was written is refused before any is loaded. */
export async function loadSite({ folder, docker, tell }: LoadPlan): Promise<LoadedSite> {
  const { images, npm } = await readSite(folder);
  for (const { file, sha256 } of images) {
    const seen = await sha256Of(join(folder, file)).catch(
      ({ code }: NodeJS.ErrnoException) => code ?? 'unreadable',
    );
    if (seen !== sha256) throw torn(folder, file, seen);
  }
  for (const { file, image } of images) {
    await followed(docker, await docker.loadImage(createReadStream(join(folder, file))), image);
    tell(`${image} loaded`);
  }
  return { images: images.map(({ image }) => image), install: installCommand(join(folder, npm.folder), npm) };
}

async function readSite(folder: string): Promise<Site> {
  const file = join(folder, SITE_FILE);
  try {
    return site.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      'SITE_NOT_READ',
      `Failed to read ${file}: ${code ?? 'it is not what corridor images save writes'}.`,
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
