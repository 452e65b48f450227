import type { RunSummary } from '../evidence/run.ts';

/** Options of the replay line of a run that one scenario needs too. */
const KEPT = /--(target|deviation|timers|environment)[= ]("[^"]*"|'[^']*'|\S+)/g;

/**
 * The command that runs one scenario of a run again: same target, seed and salt.
 * @param id stable id of the scenario, as reports show it
 */
export function replayLine(run: Pick<RunSummary, 'replay' | 'seed' | 'salt'>, id: string): string {
  const kept = [...run.replay.matchAll(KEPT)].map(([text]) => text);
  const words = [...kept, `--scenario ${quoted(id)}`, `--seed ${run.seed}`];
  if (run.salt !== '') words.push(`--salt ${quoted(run.salt)}`);
  return `corridor verify ${words.join(' ')}`;
}

/** A word that every shell takes as it is, or one in single quotes. */
const quoted = (word: string): string =>
  /^[\w./:@%+,=-][\w./:@%+,=#-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
