import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that holds `folder`: a clone, or an installed package with its code in `dist/`. */
export function packageRoot(folder: string = __dirname): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new TypeError('Failed to find package.json above the profile.');
  return packageRoot(parent);
}
