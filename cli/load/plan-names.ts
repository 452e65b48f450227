import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../features/support/package-root.ts';

/** Names of the plans of the package, in order. */
export const planNames = (): string[] =>
  readdirSync(join(packageRoot, 'load', 'plans'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
