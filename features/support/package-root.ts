import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** True in a clone, where steps run as TypeScript; false compiled, in `dist/`. */
export const fromSources = __filename.endsWith('.ts');

/** Folder of the package: above the sources in a clone, above `dist/` once compiled or installed. */
export const packageRoot: string = rootAbove(__dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new TypeError(`Failed to find the package: no package.json above ${__dirname}.`);
  return rootAbove(above);
}
