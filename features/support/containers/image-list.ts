import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
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

/** A file that says which images are used; what it leaves out is as in `containers/images.yaml`. */
export const imageFile = z.strictObject({
  /** Goes before each name: a registry and a folder of it, with the last slash. */
  prefix: words(
    /^([\w.:-]+\/)*$/,
    'expected a registry that ends in "/", such as registre.example/douane/',
  ).optional(),
  reach: z.enum(['auto', 'bridge', 'published']).optional(),
  parts: z.partialRecord(z.enum(PARTS), partImage.partial()).optional(),
});
export type ImageFile = z.infer<typeof imageFile>;

export type PartImage = z.infer<typeof partImage>;

/** Which image each part is made of, and how this machine reaches the containers. */
export interface ImageList {
  readonly prefix: string;
  readonly reach: 'auto' | 'bridge' | 'published';
  readonly parts: Readonly<Record<PartName, PartImage>>;
}

const ofPackage = z.strictObject({
  prefix: z.string(),
  reach: z.enum(['auto', 'bridge', 'published']),
  parts: z.record(z.enum(PARTS), partImage),
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
  return { prefix: prefix ?? given.prefix ?? own.prefix, reach: given.reach ?? own.reach, parts };
}

/** Name under which the engine has the image of a part: `registre.example/douane/corridor-stack:0.1`. */
export function imageOf({ prefix, parts }: ImageList, part: PartName): string {
  const { image, tag } = parts[part];
  return `${prefix}${image}:${tag}`;
}
