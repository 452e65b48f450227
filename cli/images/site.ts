import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { insistOnRegularFile } from '../../fixtures/regular-file.ts';
import { shellWord } from '../../reports/evidence/shell-word.ts';

/** The file that says what a saved folder holds. */
export const SITE_FILE = 'corridor-site.json';
/** Beside it: the images as `--images FILE` names them. */
export const IMAGES_FILE = 'images.yaml';

const text = z.string().min(1).max(500);
/** Below the folder, nowhere else. */
const archive = z.string().regex(/^images[/\\][a-z]+\.tar\.gz$/);

/** What `corridor images save` wrote. */
export const site = z.strictObject({
  version: text,
  platform: text,
  images: z
    .array(z.strictObject({ part: text, image: text, file: archive, sha256: z.string().length(64) }))
    .min(1),
  /** Cache of npm with every package of package-lock.json, under the addresses of this registry. */
  npm: z.strictObject({ folder: z.literal('npm'), registry: z.url() }),
});
export type Site = z.infer<typeof site>;

/** SHA-256 of a file, read once. */
export async function sha256Of(file: string, signal: AbortSignal): Promise<string> {
  insistOnRegularFile(file);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { signal })) hash.update(chunk);
  return hash.digest('hex');
}

/** How the packages are installed without network. */
export const installCommand = (cache: string, { registry }: Site['npm']): string =>
  `npm ci --offline --cache ${shellWord(cache)} --registry ${shellWord(registry)}`;
