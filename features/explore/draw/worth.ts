import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { MovementView } from '../model/views.ts';
import type { Player } from '../player.ts';
import { eventOf, mayBeEarly, wordsOf } from './aims.ts';
import { isNearer, rowOf, type Steps, wayKey } from './machines.ts';
import type { Option } from './option.ts';
import type { Seen } from './seen.ts';

// How often one thing is drawn beside another. @source assumption: their order is meant, their size was found by trial.

/** What has not been seen is tried before what has; what the state admits before what it does not. */
const NEW = 40;
const NEARER = 12;
const LEGAL = 1;
const ILLEGAL = 0.25;
const UNTRIED = 3;
const NOVEL = 5;
/** Two ways one after the other that no movement has gone so. */
const PAIR = 10;
/** A way that no movement of such a content has gone. */
const CONTENT = 4;

/** How much a message that could come next promises, by what was seen and drawn so far. */
export class Worth {
  readonly #seen: Seen;
  /** What was drawn before, by its words. */
  readonly #tried = new Set<string>();

  constructor(seen: Seen) {
    this.#seen = seen;
  }

  /** Words that were drawn come after those that never were. */
  drawn(option: Option): void {
    this.#tried.add(wordsOf(option));
  }

  /** @param far how far each state is from what was not seen */
  of(option: Option, view: MovementView | undefined, far: Steps, player: Player): number {
    const novelty = this.#tried.has(wordsOf(option)) ? 1 : NOVEL;
    return novelty * this.#promiseOf(option, view, far, player);
  }

  #promiseOf(option: Option, view: MovementView | undefined, far: Steps, player: Player): number {
    const { act, payload } = option;
    if (payload === undefined) return LEGAL;
    const state = view?.state ?? 'NONE';
    const news = this.#seen.promises(player, option) ? NEW : 1;
    if (act === 'GuaranteeRequest') return LEGAL * news;
    const row = rowOf(movementTransitions, state, eventOf(act), payload);
    if (row === undefined) return this.#promiseOfRefusal(state, act, news);
    const way = wayKey(state, row);
    if (!this.#seen.ways.has(way)) return NEW * news;
    const inPair = view && this.#seen.isNewAfterTheLast(view.reference, way) ? PAIR : 1;
    const to = movementTransitions[row]?.to ?? 'same';
    const nearer = to !== 'same' && isNearer(far, to, state);
    const inContent = view && this.#seen.contentWays.isNew(view.notice, way) ? CONTENT : 1;
    return (nearer ? NEARER : LEGAL) * news * inPair * inContent;
  }

  /** A message that a state does not admit is worth a try, once in each state. */
  #promiseOfRefusal(state: string, act: string, news: number): number {
    if (mayBeEarly(state, act)) return LEGAL * news;
    return this.#seen.refusals.has(`${state} ${act}`) ? ILLEGAL : UNTRIED;
  }
}
