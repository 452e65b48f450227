import { join } from 'node:path';
import { packageRoot } from '../../../profile/export/package-root.ts';
import type { Recipe } from '../recipe.ts';
import { stackFiles } from '../stack-files.ts';

/** The reference stack: what is compiled here, and the packages that it loads. */
export const stack: Recipe = {
  part: 'stack',
  context: async () => stackFiles(packageRoot()).map(({ from, to }) => ({ from, to: join('corridor', to) })),
  debian: ['libc6', 'libstdc++6'],
  // The very Node that runs this: pinned by package-lock.json where it comes from npm.
  beside: () => [{ from: process.execPath, to: 'usr/bin/node' }],
};
