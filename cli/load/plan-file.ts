import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { packageRoot } from '../../features/support/package-root.ts';
import { type LoadPlan, loadPlan } from '../../fixtures/load/plan.ts';
import { UsageError } from '../failure.ts';
import { readYamlFile } from '../yaml-file.ts';
import { planNames } from './plan-names.ts';

const words = {
  code: 'PLAN',
  what: 'the plan',
  needs: '`plan:`, `title:`, `days:`, `playedSeconds:`, `journeysShortenedBy:` and `limits:`',
  hint: 'The plans of the package in load/plans are examples; docs/guides/charge.md explains each field.',
};

/** A plan by its name (`ordinary-day`, `plans/ordinary-day`) or as a YAML file. @throws UsageError with what was seen */
export function readPlan(named: string, cwd: string): LoadPlan {
  const file = resolve(cwd, named);
  const ours = join(packageRoot, 'load', 'plans', `${basename(named).replace(/\.ya?ml$/, '')}.yaml`);
  const isOurs = /^((load\/)?plans\/)?[a-z0-9-]+(\.ya?ml)?$/.test(named) && existsSync(ours);
  if (!existsSync(file) && !existsSync(`${file}.yaml`) && !isOurs)
    throw new UsageError(
      'PLAN_NOT_FOUND',
      `Failed to find the plan "${named}".`,
      `Give a YAML file, or one of: ${planNames().join(', ')}.`,
    );
  const found = existsSync(file) ? named : existsSync(`${file}.yaml`) ? `${named}.yaml` : ours;
  return readYamlFile(found, cwd, loadPlan, words);
}
