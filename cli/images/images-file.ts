import { type ImageList, imageFile, imagesWith } from '../../features/support/containers/image-list.ts';
import type { Io } from '../io.ts';
import { readYamlFile } from '../yaml-file.ts';

const words = {
  code: 'IMAGES',
  what: 'the images',
  needs: '`prefix:`, `reach:` or `parts:`',
  hint: 'docs/guides/conteneurs.md shows an example.',
};

/** The images to use: of a file of the user, of `CORRIDOR_IMAGE_PREFIX`, of this package. */
export async function readImages(file: string | undefined, io: Io): Promise<ImageList> {
  const given = file === undefined ? undefined : await readYamlFile(file, io.cwd, imageFile, words);
  return imagesWith(given, io.env['CORRIDOR_IMAGE_PREFIX']);
}
