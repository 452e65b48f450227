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
  const spinner = await spinnerOn(io, quiet);
  const troubles = new Troubles((text) => {
    spinner?.clear();
    if (!quiet) io.stderr.write(`${text}\n`);
  });
  return {
    show: ({ done, total, ended }) => {
      if (spinner) spinner.text = `${done}/${total || '…'} scénarios${ended ? ` · ${ended.id}` : ''}`;
      if (ended) troubles.add(ended);
    },
    stop: () => {
      troubles.tellMore();
      spinner?.stop();
    },
  };
}

/** Says each scenario that was no pass; those that follow for the same reason are counted instead. */
class Troubles {
  readonly #say: (text: string) => void;
  #reason: string | undefined;
  #more = 0;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  add({ id, verdict, reason }: NonNullable<RunProgress['ended']>): void {
    if (reason !== undefined && reason === this.#reason) {
      this.#more += 1;
      return;
    }
    this.tellMore();
    if (verdict === 'pass' || verdict === 'not-applicable') return;
    this.#reason = reason;
    this.#say(`${marks[verdict]} ${id}${reason ? ` : ${reason}` : ''}`);
  }

  tellMore(): void {
    if (this.#more > 0) this.#say(`? … et ${this.#more} de suite pour la même raison`);
    this.#more = 0;
    this.#reason = undefined;
  }
}

/** Progress of reconciling on stderr, on a terminal only. */
export async function stageLine(
  io: Io,
  quiet: boolean,
): Promise<{
  readonly show: (stage: { done: number; total: number; name: string }) => void;
  readonly say: (text: string) => void;
  readonly stop: () => void;
}> {
  const spinner = await spinnerOn(io, quiet, 'rapprochement des livres');
  return {
    show: ({ done, total, name }) => {
      if (spinner) spinner.text = `rapprochement des livres ${done}/${total} · ${name}`;
    },
    say: (text) => {
      if (spinner) spinner.text = text;
    },
    stop: () => void spinner?.stop(),
  };
}

/**
 * A line that moves on stderr; undefined where there is no terminal, or nobody wants one.
 * A terminal that does not know its width (`script`, some CI) says 0 columns, on which the spinner never returns.
 */
export async function spinnerOn(
  io: Io,
  quiet: boolean,
  text = 'démarrage de la pile et des pays simulés',
): Promise<Ora | undefined> {
  const { isTTY, columns = 0 } = io.stderr as Partial<NodeJS.WriteStream>;
  if (quiet || isTTY !== true || columns === 0) return undefined;
  const { default: ora } = await import('ora');
  return ora({ text, stream: io.stderr as NodeJS.WriteStream, discardStdin: false }).start();
}
