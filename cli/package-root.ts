import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the package: above the sources in a clone, above `dist/` once compiled or installed. */
export function packageRoot(from: string = __dirname): string {
  const here = join(from, 'package.json');
  if (existsSync(here)) return from;
  const above = dirname(from);
  if (above === from) throw new TypeError(`Failed to find the package: no package.json above ${__dirname}.`);
  return packageRoot(above);
}

/** Version of the package, as published. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
