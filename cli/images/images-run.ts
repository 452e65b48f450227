import { resolve } from 'node:path';
import { openEngine } from '../../features/support/containers/engine.ts';
import { PARTS, type PartName } from '../../features/support/containers/parts.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { type Format, type Io, line } from '../io.ts';
import { type BuiltImage, buildImages } from './build-images.ts';
import { readImages } from './images-file.ts';
import { loadSite } from './load-site.ts';
import { saveSite } from './save-site.ts';

export interface ImagesOptions {
  readonly images?: string;
  readonly fromDebian?: boolean;
  readonly format: Format;
}

function partsNamed(words: readonly string[]): readonly PartName[] {
  const unknown = words.find((word) => !(PARTS as readonly string[]).includes(word));
  if (unknown === undefined) return words.length === 0 ? PARTS : PARTS.filter((part) => words.includes(part));
  throw new UsageError('UNKNOWN_PART', `Found no part named "${unknown}".`, `Known: ${PARTS.join(', ')}.`);
}

/** `corridor images build`. */
export async function build(words: readonly string[], options: ImagesOptions, io: Io): Promise<number> {
  const { fromDebian = false, format } = options;
  const [parts, images] = [partsNamed(words), await readImages(options.images, io)];
  const { container } = await openEngine(io.env);
  const tell = (one: BuiltImage): void => line(io.stderr, sentenceOf(one));
  const plan = { images, parts, docker: container.dockerode, fromDebian, tell, now: io.now };
  const built = await buildImages(plan);
  if (format === 'json') line(io.stdout, JSON.stringify({ images: built }));
  else line(io.stdout, `${built.length} images are there: corridor verify --target containers`);
  return exitCodes.conformant;
}

const sentenceOf = ({ part, image, built, seconds }: BuiltImage): string =>
  `${part}: ${image} ${built ? `made in ${seconds.toFixed(1)} s` : 'has this content already'}`;

/** `corridor images save`. */
export async function save(directory: string, options: ImagesOptions, io: Io): Promise<number> {
  const images = await readImages(options.images, io);
  const folder = resolve(io.cwd, directory);
  const engine = await openEngine(io.env);
  const tell = (text: string): void => line(io.stderr, text);
  const saved = await saveSite({ folder, images, docker: engine.container.dockerode, env: io.env, tell });
  if (options.format === 'json') line(io.stdout, JSON.stringify({ directory: folder, ...saved }));
  else line(io.stdout, `Saved to ${folder}. There: corridor images load ${directory}`);
  return exitCodes.conformant;
}

/** `corridor images load`. */
export async function load(directory: string, { format }: ImagesOptions, io: Io): Promise<number> {
  const folder = resolve(io.cwd, directory);
  const engine = await openEngine(io.env);
  const tell = (text: string): void => line(io.stderr, text);
  const loaded = await loadSite({ folder, docker: engine.container.dockerode, tell });
  if (format === 'json') line(io.stdout, JSON.stringify({ directory: folder, ...loaded }));
  else {
    line(io.stdout, `${loaded.images.length} images are there: corridor verify --target containers`);
    line(io.stdout, `npm packages, in the folder of Corridor: ${loaded.install}`);
  }
  return exitCodes.conformant;
}
