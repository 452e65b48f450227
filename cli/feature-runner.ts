import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../profile/export/package-root.ts';

export type FeatureRunner = typeof import('../features/run.ts');

/**
 * The machinery that runs the specification. In a clone it is loaded from the sources through ts-node, so that a changed
 * step counts at once and stack traces name the lines that people edit; installed, it is compiled.
 */
export async function loadFeatureRunner(): Promise<FeatureRunner> {
  const [runner, { reconcileRecords }] = await Promise.all([load(), import('./reconcile-records.ts')]);
  return {
    ...runner,
    runFeatures: (options, io) => runner.runFeatures({ reconcileBooks: reconcileRecords, ...options }, io),
  };
}

async function load(): Promise<FeatureRunner> {
  const sources = join(packageRoot(), 'features', 'run.ts');
  if (!existsSync(sources)) return import('../features/run.ts');
  const { register } = await import('ts-node');
  register({ cwd: packageRoot(), swc: true });
  return (await import(sources)) as FeatureRunner;
}
