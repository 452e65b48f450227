import type { RunSummary } from '../evidence/run.ts';
import { shellWord } from '../evidence/shell-word.ts';

/** Options of the replay line of a run that one scenario needs too. */
const KEPT = /--(target|images|deviation|links)[= ]("[^"]*"|'[^']*'|\\'|[^\s'"])+/g;
/** What stands before the command: variables of the environment. */
const BEFORE = /^(?:\w+=\S* )*(?=corridor )/;

/**
 * The command that runs one scenario of a run again: same target, images, links, seed and salt.
 * @param id stable id of the scenario, as reports show it
 */
export function replayLine(run: Pick<RunSummary, 'replay' | 'seed' | 'salt'>, id: string): string {
  // What was explored is drawn again, or played again from its file: no scenario of the specification is like it.
  if (run.replay.startsWith('corridor explore')) return run.replay;
  const kept = [...run.replay.matchAll(KEPT)].map(([text]) => text);
  const words = [...kept, `--scenario ${shellWord(id)}`, `--seed ${run.seed}`];
  if (run.salt !== '') words.push(`--salt ${shellWord(run.salt)}`);
  const [before = ''] = BEFORE.exec(run.replay) ?? [];
  return `${before}corridor verify ${words.join(' ')}`;
}
