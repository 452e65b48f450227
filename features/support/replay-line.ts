import { shellWord } from '../../reports/evidence/shell-word.ts';
import type { RunOptions } from '../run-options.ts';

/** The command that runs the same again. */
export function replayLine(run: {
  readonly seed: number;
  readonly salt: string;
  readonly target: string;
  readonly options: RunOptions;
}): string {
  const { tags, requirements, scenario, order, shard, deviation } = run.options;
  const cited = requirements?.map((id) => `@${id}`).join(' or ');
  const words = {
    '--target': run.target === 'reference' ? undefined : run.target,
    '--seed': String(run.seed),
    '--salt': run.salt,
    '--tags': tags && cited ? `(${tags}) and (${cited})` : (tags ?? cited),
    '--scenario': scenario,
    '--order': order === 'defined' ? undefined : order,
    '--shard': shard,
    '--deviation': deviation,
  };
  const given = Object.entries(words).flatMap(([name, value]) => (value ? [name, shellWord(value)] : []));
  return ['corridor verify', ...given].join(' ');
}
