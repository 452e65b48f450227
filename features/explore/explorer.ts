import type { JudgedFinding } from '../../reports/evidence/run.ts';
import type { Environment } from '../support/environment.ts';
import { InconclusiveError } from '../support/errors.ts';
import type { RunContext } from '../support/run-context.ts';
import type { Generator } from './draw/generator.ts';
import { messageCount, type Sequence } from './move.ts';
import { improvise, type Performance, perform } from './play.ts';
import { shrink } from './shrink.ts';
import { TrialStacks } from './trial-stacks.ts';

/** Sequences on one stack before it is given up for a fresh one: a stack with a past finds other things than a new one. */
const SEQUENCES_A_STACK = 30;

/** How far the explorer has come. */
export interface ExplorerProgress {
  readonly sequences: number;
  readonly messages: number;
  /** Moves left of the sequence that is being shortened. */
  readonly shrinking?: number;
}

export interface ExplorerOptions {
  readonly run: RunContext;
  /** A stack that nobody else has. */
  readonly lend: () => Promise<Environment>;
  /** Each draws for a stack of its own; they explore side by side. */
  readonly generators: readonly Generator[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly until: number;
  /** Most messages to send; absent: as many as fit in the time. */
  readonly steps?: number | undefined;
  /** Longest that a failure is shortened, milliseconds. */
  readonly shrinkMs: number;
  readonly signal: AbortSignal;
  /** Only these requirements count as failing; absent: all. */
  readonly wanted?: readonly string[] | undefined;
  readonly onProgress: (progress: ExplorerProgress) => void;
}

/** A sequence that fails, as short as it was found to be. */
export interface Discovery {
  readonly finding: JudgedFinding;
  readonly performance: Performance;
  /** It failed again on a fresh stack: only then it was shortened. */
  readonly reproduced: boolean;
  /** How long it was searched for, milliseconds; the shortening not counted. */
  readonly searchedMs: number;
}

export interface Explored {
  readonly sequences: number;
  readonly messages: number;
  readonly discovery: Discovery | undefined;
  /** The longest sequence that went well. */
  readonly longest: Sequence | undefined;
}

/**
 * Draws and plays sequences until one fails, time is over or somebody says stop; shortens what fails. What somebody's stop cut is
 * nobody's fault: it is neither counted nor judged.
 */
export class Explorer {
  readonly #options: ExplorerOptions;
  #begun = 0;
  #sequences = 0;
  #messages = 0;
  #longest: Sequence | undefined;
  #found: Performance | undefined;
  /** One of the searches broke off: there is nothing to wait for. */
  #failed = false;

  constructor(options: ExplorerOptions) {
    this.#options = options;
  }

  async explore(): Promise<Explored> {
    const { now } = this.#options;
    const from = now();
    const found = await this.#search();
    const searchedMs = now() - from;
    const discovery = found && { ...(await this.#shorten(found)), searchedMs };
    return { sequences: this.#sequences, messages: this.#messages, discovery, longest: this.#longest };
  }

  get #over(): boolean {
    const { now, until, steps, signal } = this.#options;
    const ended = signal.aborted || this.#found !== undefined || this.#failed || now() >= until;
    return ended || (steps !== undefined && this.#messages >= steps);
  }

  async #search(): Promise<Performance | undefined> {
    const { generators } = this.#options;
    const searches = await Promise.allSettled(generators.map((one) => this.#searchWith(one)));
    // What one found stands, whatever befell the other.
    if (this.#found) return this.#found;
    for (const search of searches) if (search.status === 'rejected') throw search.reason;
    return undefined;
  }

  async #searchWith(generator: Generator): Promise<void> {
    try {
      while (!this.#over) await this.#searchOn(await this.#options.lend(), generator);
    } catch (error) {
      if (this.#options.signal.aborted) return;
      this.#failed = true;
      throw error;
    }
  }

  async #searchOn(lent: Environment, generator: Generator): Promise<void> {
    await using environment = lent;
    for (let nth = 0; nth < SEQUENCES_A_STACK && !this.#over; nth += 1) {
      const performance = await this.#improvise(environment, generator);
      if (performance && firstFailure(performance, this.#options.wanted)) this.#found ??= performance;
    }
  }

  async #improvise(environment: Environment, generator: Generator): Promise<Performance | undefined> {
    const { run, signal, onProgress } = this.#options;
    this.#begun += 1;
    const id = `exploration#${this.#begun}`;
    const performance = await improvise(run, environment, id, generator, () => this.#over);
    if (signal.aborted) return undefined;
    this.#sequences += 1;
    this.#messages += messageCount(performance.sequence);
    if (messageCount(performance.sequence) > (this.#longest ? messageCount(this.#longest) : 0))
      this.#longest = performance.sequence;
    onProgress({ sequences: this.#sequences, messages: this.#messages });
    return performance;
  }

  async #shorten(found: Performance): Promise<Omit<Discovery, 'searchedMs'>> {
    const { now, shrinkMs, signal, wanted } = this.#options;
    const finding = firstFailure(found, wanted) as JudgedFinding;
    const until = now() + shrinkMs;
    await using stacks = new TrialStacks(this.#options.lend);
    let best = found;
    const fails = async (sequence: Sequence): Promise<boolean> => {
      const trial = await this.#again(sequence, stacks);
      const same = trial?.findings.some((one) => isSame(one, finding)) ?? false;
      if (trial && same) best = trial;
      return same;
    };
    const over = () => signal.aborted || now() >= until;
    let reproduced = false;
    for (const sequence of trialsOf(found, finding))
      reproduced ||= !signal.aborted && (await fails(sequence));
    if (reproduced) await shrink(best.sequence, fails, over);
    return {
      finding: best.findings.find((one) => isSame(one, finding)) ?? finding,
      performance: best,
      reproduced,
    };
  }

  /** Undefined when nothing could be said: the link broke, or the stack, or somebody said stop. */
  async #again(sequence: Sequence, stacks: TrialStacks): Promise<Performance | undefined> {
    const { run, signal, onProgress } = this.#options;
    const { length } = sequence.moves;
    onProgress({ sequences: this.#sequences, messages: this.#messages, shrinking: length });
    try {
      const environment = await stacks.next();
      const trial = await perform(run, environment, `exploration#${this.#begun}`, sequence);
      return signal.aborted ? undefined : trial;
    } catch (error) {
      if (signal.aborted || error instanceof InconclusiveError) return undefined;
      throw error;
    }
  }
}

/**
 * What may fail again on a fresh stack: the sequence up to the message at fault, else all of it; else the same where time limits
 * fall on ends of months, since the clock of the first stack had gone on and its dates were others.
 */
function trialsOf(found: Performance, finding: JudgedFinding): Sequence[] {
  const asPlayed = [upTo(found, finding), found.sequence];
  const atMonthEnds = asPlayed.map(({ movements, moves }) => ({
    movements: movements.map((movement) => ({ ...movement, monthEnd: true })),
    moves,
  }));
  return [...asPlayed, ...atMonthEnds];
}

/** The sequence up to the message that the finding is about. */
function upTo({ sequence, player }: Performance, { message }: JudgedFinding): Sequence {
  const at = player.played.findLast(({ entry }) => entry?.message.messageId === message)?.move.id;
  if (message === undefined || at === undefined) return sequence;
  return { ...sequence, moves: sequence.moves.filter(({ id }) => id <= at) };
}

/** What says more of the cause: a requirement of a message before one of the books at the end. */
const GENERAL = /^(?:LED|TIM)-|^(?:RTE-001|DLV-003|ORD-001|DLV-001)$/;

function firstFailure(
  { findings }: Performance,
  wanted: readonly string[] | undefined,
): JudgedFinding | undefined {
  const failed = findings.filter(
    ({ verdict, requirement }) => verdict === 'fail' && (!wanted || wanted.includes(requirement)),
  );
  const telling = failed.filter(({ requirement }) => !GENERAL.test(requirement));
  return telling.find(({ message }) => message !== undefined) ?? telling[0] ?? failed[0];
}

const isSame = ({ verdict, requirement }: JudgedFinding, finding: JudgedFinding): boolean =>
  verdict === 'fail' && requirement === finding.requirement;
