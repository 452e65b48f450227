import type { Ora } from 'ora';
import type { RunProgress } from '../features/run-options.ts';
import type { Io } from './io.ts';

/** A line that moves on a terminal; elsewhere only what is not a pass is said, one line each. */
export interface ProgressLine {
  readonly show: (progress: RunProgress) => void;
  readonly stop: () => void;
}

const marks = { pass: '✓', fail: '✗', inconclusive: '?', error: '!', 'not-applicable': '-' } as const;

/** Progress of a run on stderr. */
export async function progressLine(io: Io, quiet: boolean): Promise<ProgressLine> {
  const spinner = io.stderr.isTTY && !quiet ? await startSpinner(io) : undefined;
  return {
    show: ({ done, total, ended }) => {
      if (spinner) spinner.text = `${done}/${total || '…'} scénarios${ended ? ` · ${ended.id}` : ''}`;
      if (!ended || ended.verdict === 'pass' || ended.verdict === 'not-applicable' || quiet) return;
      spinner?.clear();
      io.stderr.write(`${marks[ended.verdict]} ${ended.id}${ended.reason ? ` : ${ended.reason}` : ''}\n`);
    },
    stop: () => void spinner?.stop(),
  };
}

async function startSpinner(io: Io): Promise<Ora> {
  const { default: ora } = await import('ora');
  return ora({
    text: 'démarrage de la pile et des pays simulés',
    stream: io.stderr as NodeJS.WriteStream,
    discardStdin: false,
  }).start();
}
