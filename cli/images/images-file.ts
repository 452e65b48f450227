import {
  type ImageList,
  imageFile,
  imagePrefix,
  imagesWith,
} from '../../features/support/containers/image-list.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { readYamlFile } from '../yaml-file.ts';

const words = {
  code: 'IMAGES',
  what: 'the images',
  needs: '`prefix:`, `reach:`, `parts:` or `k6:`',
  hint: 'docs/guides/conteneurs.md shows an example.',
};

/** The images to use: of a file of the user, of `CORRIDOR_IMAGE_PREFIX`, of this package. */
export async function readImages(file: string | undefined, io: Pick<Io, 'env' | 'cwd'>): Promise<ImageList> {
  const prefix = prefixOf(io);
  const given = file === undefined ? undefined : readYamlFile(file, io.cwd, imageFile, words);
  return { ...imagesWith(given, prefix), ...(file !== undefined && { file }) };
}

function prefixOf({ env }: Pick<Io, 'env'>): string | undefined {
  const given = env['CORRIDOR_IMAGE_PREFIX'];
  const parsed = imagePrefix.optional().safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    'IMAGES_NOT_VALID',
    `Failed to read CORRIDOR_IMAGE_PREFIX: ${parsed.error.issues[0]?.message}, found ${JSON.stringify(given)}.`,
    words.hint,
  );
}
