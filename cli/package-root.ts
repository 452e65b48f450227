import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../profile/export/package-root.ts';

export { packageRoot };

/** Version of the package, as published. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
