import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { shellWord } from '../../../reports/evidence/shell-word.ts';
import { packageRoot } from '../package-root.ts';
import { PARTS, type PartName } from './parts.ts';

const words = (pattern: RegExp, expected: string) => z.string().max(255).regex(pattern, { error: expected });

const partImage = z.strictObject({
  /** Name of the image, without registry. */
  image: words(/^[a-z0-9]+([._/-][a-z0-9]+)*$/, 'expected a name of an image, such as douane/pile'),
  tag: words(/^[\w][\w.-]{0,127}$/, 'expected a tag, such as 0.1'),
  /** Public image that ours is built on. */
  base: words(/^[\w./:@-]+$/, 'expected an image, such as node:24-bookworm-slim'),
  /** Port of this machine under which people find the part. */
  publish: z.int().min(1).max(65_535).optional(),
});

/** An image that is taken as somebody publishes it. */
const takenImage = partImage.pick({ image: true, tag: true });

/** A record lets a key pass in silence that an object does not: `__proto__`. */
const eachPart = <Schema extends z.ZodType>(schema: Schema): Record<PartName, Schema> =>
  Object.fromEntries(PARTS.map((part) => [part, schema])) as Record<PartName, Schema>;

/** Lower case, with one separator between words: what engines take for the name of a folder of a registry. */
const WORD = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';

/** Goes before each name: a registry and a folder of it, with the last slash. */
export const imagePrefix = words(
  new RegExp(`^(?:${WORD}(?::\\d+)?/(?:${WORD}/)*)?$`),
  'expected a registry in lower case that ends in "/", such as registre.example/douane/',
);

/** A file that says which images are used; what it leaves out is as in `containers/images.yaml`. */
export const imageFile = z.strictObject({
  prefix: imagePrefix.optional(),
  reach: z.enum(['auto', 'bridge', 'published']).optional(),
  parts: z.strictObject(eachPart(partImage.partial().optional())).optional(),
  k6: takenImage.partial().optional(),
});
export type ImageFile = z.infer<typeof imageFile>;

export type PartImage = z.infer<typeof partImage>;

/** Which image each part is made of, and how this machine reaches the containers. */
export interface ImageList {
  readonly prefix: string;
  readonly reach: 'auto' | 'bridge' | 'published';
  readonly parts: Readonly<Record<PartName, PartImage>>;
  /** In which load tests run k6 where this machine has none. */
  readonly k6: Readonly<z.infer<typeof takenImage>>;
  /** The file of the user that said so, as it was named. */
  readonly file?: string;
  /** Prefix that the environment put in the place of that of the files. */
  readonly givenPrefix?: string;
}

const ofPackage = z.strictObject({
  prefix: z.string(),
  reach: z.enum(['auto', 'bridge', 'published']),
  parts: z.record(z.enum(PARTS), partImage),
  k6: takenImage,
});

/**
 * The images of this package, with what a file of the user and `CORRIDOR_IMAGE_PREFIX` put in their place.
 * @param prefix of the environment; wins over both
 */
export function imagesWith(given: ImageFile = {}, prefix?: string): ImageList {
  const own = ofPackage.parse(parse(readFileSync(join(packageRoot, 'containers', 'images.yaml'), 'utf8')));
  const parts = Object.fromEntries(
    PARTS.map((part) => [part, { ...own.parts[part], ...given.parts?.[part] }]),
  ) as Record<PartName, PartImage>;
  const named = given.prefix ?? own.prefix;
  return {
    prefix: prefix ?? named,
    reach: given.reach ?? own.reach,
    parts,
    k6: { ...own.k6, ...given.k6 } as ImageList['k6'],
    ...(prefix !== undefined && prefix !== named && { givenPrefix: prefix }),
  };
}

/** Goes before a command so that it chooses the same images, beside `--images FILE`: `CORRIDOR_IMAGE_PREFIX=nu/ `, or nothing. */
export const prefixAssignment = ({ givenPrefix }: Pick<ImageList, 'givenPrefix'>): string =>
  givenPrefix === undefined ? '' : `CORRIDOR_IMAGE_PREFIX=${shellWord(givenPrefix)} `;

/** Name under which the engine has the image of a part: `registre.example/douane/corridor-stack:0.1`. */
export function imageOf({ prefix, parts, k6 }: ImageList, part: PartName | 'k6'): string {
  const { image, tag } = part === 'k6' ? k6 : parts[part];
  return `${prefix}${image}:${tag}`;
}
