import { resolve } from 'node:path';
import { openEngine } from '../../features/support/containers/engine.ts';
import { type ImageList, prefixAssignment } from '../../features/support/containers/image-list.ts';
import { PARTS, type PartName } from '../../features/support/containers/parts.ts';
import { HarnessError } from '../../features/support/errors.ts';
import { shellWord } from '../../reports/evidence/shell-word.ts';
import { counted } from '../counted.ts';
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
  const { now, env, signal } = io;
  const plan = { images, parts, docker: container.dockerode, fromDebian, tell, now, env, signal };
  const built = await unlessInterrupted(signal, buildImages(plan));
  if (format === 'json') line(io.stdout, JSON.stringify({ images: built }));
  else line(io.stdout, `${counted(built.length, 'image')} built or there already: ${verifyWith(images)}`);
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
  const { env, signal } = io;
  const plan = { folder, images, docker: engine.container.dockerode, env, tell, signal };
  const saved = await unlessInterrupted(signal, saveSite(plan));
  if (options.format === 'json') line(io.stdout, JSON.stringify({ directory: folder, ...saved }));
  else line(io.stdout, `Saved to ${folder}. There: corridor images load ${directory}`);
  return exitCodes.conformant;
}

/** `corridor images load`. */
export async function load(directory: string, { format }: ImagesOptions, io: Io): Promise<number> {
  const folder = resolve(io.cwd, directory);
  const engine = await openEngine(io.env);
  const tell = (text: string): void => line(io.stderr, text);
  const plan = { folder, docker: engine.container.dockerode, tell, signal: io.signal };
  const loaded = await unlessInterrupted(io.signal, loadSite(plan));
  const { images, install } = loaded;
  if (format === 'json') line(io.stdout, JSON.stringify({ directory: folder, images, install }));
  else {
    line(io.stdout, `${counted(images.length, 'image')} loaded: ${verifyWith(loaded.chosen)}`);
    line(io.stdout, `npm packages, in the folder of Corridor: ${install}`);
  }
  return exitCodes.conformant;
}

/** The command that runs on these images. */
function verifyWith(images: Pick<ImageList, 'file' | 'givenPrefix'>): string {
  const file = images.file === undefined ? '' : ` --images ${shellWord(images.file)}`;
  return `${prefixAssignment(images)}corridor verify --target containers${file}`;
}

/** What fails because it was told to stop says that, and nothing else. */
async function unlessInterrupted<Done>(signal: AbortSignal, work: Promise<Done>): Promise<Done> {
  try {
    return await work;
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new HarnessError('INTERRUPTED', 'Interrupted before the end.', 'Give the same command again.', {
      cause,
    });
  }
}
