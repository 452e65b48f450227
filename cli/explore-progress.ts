import type { Ora } from 'ora';
import type { ExplorerProgress } from '../features/explore/explorer.ts';
import type { Io } from './io.ts';

/** How far an exploration is, on a line of the terminal that moves; nothing elsewhere. */
export async function exploreProgress(
  io: Io,
  quiet: boolean,
): Promise<{ readonly show: (progress: ExplorerProgress) => void; readonly stop: () => void }> {
  const { isTTY, columns = 0 } = io.stderr as Partial<NodeJS.WriteStream>;
  const spinner = isTTY && columns > 0 && !quiet ? await start(io) : undefined;
  return {
    show: ({ sequences, messages, shrinking }) => {
      if (!spinner) return;
      const shorter = shrinking === undefined ? '' : ` · en cours de réduction : ${shrinking} faits`;
      spinner.text = `${sequences} suites, ${messages} messages${shorter}`;
    },
    stop: () => void spinner?.stop(),
  };
}

async function start(io: Io): Promise<Ora> {
  const { default: ora } = await import('ora');
  const text = 'démarrage de la pile et des pays simulés';
  return ora({ text, stream: io.stderr as NodeJS.WriteStream, discardStdin: false }).start();
}
