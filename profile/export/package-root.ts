import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that holds `folder`: a clone, or an installed package with its code in `dist/`. */
export function packageRoot(folder: string = __dirname): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new TypeError(`Failed to find the package: no package.json above ${__dirname}.`);
  return packageRoot(above);
}

/** Version of the package, as published. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
