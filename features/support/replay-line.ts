import { shellWord } from '../../reports/evidence/shell-word.ts';
import type { RunOptions } from '../run-options.ts';
import { type ImageList, prefixAssignment } from './containers/image-list.ts';

const SECOND_MS = 1_000;

/** The command that runs the same again. */
export function replayLine(run: {
  readonly seed: number;
  readonly salt: string;
  readonly target: string;
  readonly options: RunOptions;
}): string {
  const { tags, requirements, scenario, order, shard, deviation, links } = run.options;
  const images = imagesOf(run.options);
  const cited = requirements?.map((id) => `@${id}`).join(' or ');
  const words = {
    '--target': run.target === 'reference' ? undefined : run.target,
    '--images': images?.file,
    '--seed': String(run.seed),
    '--salt': run.salt,
    '--tags': tags && cited ? `(${tags}) and (${cited})` : (tags ?? cited),
    '--scenario': scenario,
    '--order': order === 'defined' ? undefined : order,
    '--shard': shard,
    '--deviation': deviation,
    '--links': links === 'embedded' && run.target !== 'containers' ? undefined : links,
  };
  const given = Object.entries(words).flatMap(([name, value]) => (value ? [name, shellWord(value)] : []));
  return [`${images ? prefixAssignment(images) : ''}corridor verify`, ...given].join(' ');
}

const imagesOf = ({ target }: RunOptions): ImageList | undefined =>
  typeof target === 'object' && 'images' in target ? target.images : undefined;

/** The command that explores again, or plays the same file again: then nothing is drawn, and no seed is needed. */
export function exploreLine(run: {
  readonly seed: number;
  readonly timeMs: number;
  readonly target: string;
  readonly steps?: number | undefined;
  readonly play?: string | undefined;
  readonly deviation?: string | undefined;
  readonly answerWithinMs?: number | undefined;
}): string {
  const { seed, timeMs, target, steps, play, deviation, answerWithinMs } = run;
  const drawn = { '--seed': seed, '--time': timeMs / SECOND_MS, '--steps': steps };
  const words = {
    ...(play === undefined ? drawn : { '--play': play }),
    '--deviation': deviation,
    '--target': target === 'reference' ? undefined : target,
    '--answer-within': answerWithinMs && answerWithinMs / SECOND_MS,
  };
  const given = Object.entries(words).flatMap(([name, value]) =>
    value === undefined ? [] : [name, shellWord(String(value))],
  );
  return ['corridor explore', ...given].join(' ');
}
