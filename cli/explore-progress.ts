import type { ExplorerProgress } from '../features/explore/explorer.ts';
import type { Io } from './io.ts';
import { spinnerOn } from './run-progress.ts';

/** How far an exploration is, on a line of the terminal that moves; nothing elsewhere. */
export async function exploreProgress(
  io: Io,
  quiet: boolean,
): Promise<{ readonly show: (progress: ExplorerProgress) => void; readonly stop: () => void }> {
  const spinner = await spinnerOn(io, quiet);
  return {
    show: ({ sequences, messages, shrinking }) => {
      if (!spinner) return;
      const shorter = shrinking === undefined ? '' : ` · en cours de réduction : ${shrinking} faits`;
      spinner.text = `${sequences} suites, ${messages} messages${shorter}`;
    },
    stop: () => void spinner?.stop(),
  };
}
