import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { MovementView } from '../model/views.ts';
import type { Player } from '../player.ts';
import { eventOf, takenBy } from './aims.ts';
import { ContentWays } from './content-ways.ts';
import { type Aim, rowOf, unseenWays, wayKey } from './machines.ts';
import type { Option } from './option.ts';
import { SeatWays } from './seat-ways.ts';

/** What the machines, the offices and the register were seen to do, over all sequences of an exploration. */
export class Seen {
  /** Ways of the movement machine: `REGISTERED 2`. */
  readonly ways = new Set<string>();
  readonly contentWays = new ContentWays();
  readonly seatWays = new SeatWays();
  /** Messages that were refused in a state: `IN_TRANSIT CancellationNotice`. */
  readonly refusals = new Set<string>();
  /** Ways that a movement has gone after another: `RELEASED 5`, then `SUSPENDED 8`. */
  readonly #after = new Map<string | undefined, Set<string>>();
  readonly #lastWay = new Map<string, string>();
  /** The movement whose last way was new after the one before. */
  #novelty: string | undefined;

  /** Whether no movement has gone this way after the one that this movement went last. */
  isNewAfterTheLast(reference: string, way: string): boolean {
    return !this.#pairsAfter(reference).has(way);
  }

  /** Ways that lead on from here, and that no movement has gone after the one that this movement went last. */
  unseenAfterTheLast({ reference, state }: Pick<MovementView, 'reference' | 'state'>): Aim[] {
    return unseenWays(this.#pairsAfter(reference)).filter(({ from }) => from === state);
  }

  #pairsAfter(reference: string): ReadonlySet<string> {
    return this.#after.get(this.#lastWay.get(reference)) ?? new Set();
  }

  /** Whether a message would make an office, or the register, do what none was seen to do. */
  promises(player: Player, option: Option): boolean {
    const { movement, by, act, payload } = option;
    if (payload === undefined) return false;
    if (this.seatWays.promises(player, movement, by, act, payload)) return true;
    const way = wayOf(player, option);
    return way !== undefined && isAmong(this.contentWays.unseenEndsUnderAmount(way.notice), way);
  }

  /** Whether a message would end a movement as none of such a content was seen to end. */
  ends(player: Player, option: Option): boolean {
    const way = wayOf(player, option);
    return way !== undefined && isAmong(this.contentWays.unseenEnds(way.notice), way);
  }

  /** The movement that the last move led along a pair of ways that none had gone; undefined when none was. */
  get novelty(): string | undefined {
    return this.#novelty;
  }

  /** What was played is seen: by the book before and after it. */
  note(before: ReadonlyMap<string, MovementView>, player: Player): void {
    this.#novelty = undefined;
    const { entry } = player.played.at(-1) ?? {};
    this.seatWays.note(player);
    for (const [reference, view] of player.model.movements) {
      const old = before.get(reference);
      if (old && view.state === 'OVERDUE' && old.state !== 'OVERDUE') this.#see(old, 'timer:limitDate', {});
    }
    if (entry?.outcome.kind === 'refused') this.refusals.add(`${entry.before} ${entry.name}`);
    if (entry?.outcome.kind === 'accepted' && entry.before !== undefined)
      this.#see(takenBy(entry, player), entry.name, entry.message.payload);
  }

  #see(
    { reference, state, notice }: Pick<MovementView, 'reference' | 'state' | 'notice'>,
    on: string,
    payload: Readonly<Record<string, unknown>>,
  ): void {
    const row = rowOf(movementTransitions, state, on, payload);
    if (row === undefined) return;
    const way = wayKey(state, row);
    this.ways.add(way);
    this.contentWays.note(notice, way);
    if (this.isNewAfterTheLast(reference, way)) this.#novelty = reference;
    const last = this.#lastWay.get(reference);
    this.#after.set(last, (this.#after.get(last) ?? new Set()).add(way));
    this.#lastWay.set(reference, way);
  }
}

/** The way that a message would take its movement, and what that carries; undefined when it would take none. */
function wayOf(
  player: Player,
  { movement, act, payload }: Option,
): (Aim & Pick<MovementView, 'notice'>) | undefined {
  const view = player.model.movements.get(player.movements.get(movement)?.reference ?? '');
  if (!view || payload === undefined) return undefined;
  const row = rowOf(movementTransitions, view.state, eventOf(act), payload);
  return row === undefined ? undefined : { from: view.state, row, notice: view.notice };
}

const isAmong = (aims: readonly Aim[], { from, row }: Aim): boolean =>
  aims.some((aim) => aim.from === from && aim.row === row);
