import type { Random } from '../../../fixtures/random.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { Player } from '../player.ts';
import { eventOf, isDueToRegister, isToBeAsked, isWithinReach, leads } from './aims.ts';
import { isReserved } from './content-ways.ts';
import { type Aim, journeysEnd, rowOf, seatAims, unseenRefusals, unseenWays } from './machines.ts';
import { drawFrom, type Option } from './option.ts';
import type { Seen } from './seen.ts';

/** How often the first aim of a sequence is what no movement at all has come to; else it is drawn by the content. */
const UNSEEN = 0.7;
/** Share of the aims by content that are the discharge, whatever was seen. */
const TO_THE_END = 0.2;

/** What could be sent about one movement, and the state that it is in. */
export interface Choice {
  readonly options: readonly Option[];
  readonly state: MovementState;
}

/** Leads the movements of a sequence, one after the other, to what has not been seen. */
export class Lead {
  readonly #random: Random;
  readonly #seen: Seen;
  #aim: Aim | undefined;
  /** The movement that is led. */
  #number = 1;

  constructor(random: Random, seen: Seen) {
    this.#random = random;
    this.#seen = seen;
  }

  /** A new sequence. Returns whether its first movement is to come to what none has come to. */
  begin(): boolean {
    const random = this.#random;
    const [ways, refusals] = [unseenWays(this.#seen.ways), unseenRefusals(this.#seen.refusals)];
    const unseen = ways.length > 0 && (refusals.length === 0 || random.chance(0.6)) ? ways : refusals;
    this.#number = 1;
    this.#aim = unseen.length > 0 && random.chance(UNSEEN) ? random.pick(unseen) : undefined;
    return this.#aim !== undefined;
  }

  /** A message that brings the movement nearer to what is aimed at; undefined when none does. */
  message(player: Player, choiceOf: (number: number) => Choice): Option | undefined {
    const choice = choiceOf(this.#number);
    this.#aim ??= this.#aimOf(player, choice.state);
    const step = this.#aim && (this.#due(player, this.#aim, choice) ?? this.#step(player, this.#aim, choice));
    if (!step) this.#turnToNext(player);
    return step;
  }

  /** Numbers of movements go from one. */
  #turnToNext({ movements }: Player): void {
    this.#number = (this.#number % movements.size) + 1;
  }

  /** Now and then the discharge; else what movements of such a content, or offices, have not been led to. */
  #aimOf(player: Player, state: MovementState): Aim | undefined {
    const movement = player.movements.get(this.#number);
    if (!movement) return undefined;
    const { notice } = movement;
    const { contentWays } = this.#seen;
    const seats = seatAims.filter(({ promised }) => (promised === 'GuaranteeRequest') === isReserved(notice));
    if (isWithinReach(state, journeysEnd) && this.#random.chance(TO_THE_END)) return journeysEnd;
    const pools = [seats, contentWays.unseen(notice), contentWays.unseenEnds(notice)]
      .map((aims) => aims.filter((aim) => isWithinReach(state, aim)))
      .filter((aims) => aims.length > 0);
    return pools.length > 0 ? this.#random.pick(this.#random.pick(pools)) : undefined;
  }

  /** What must be said before anything else. */
  #due(player: Player, aim: Aim, { options, state }: Choice): Option | undefined {
    return (
      options.find((option) => isDueToRegister(player, this.#number, state, option)) ??
      options.find((option) => isToBeAsked(player, this.#number, state, aim, option))
    );
  }

  /** What is tried once, and what cannot be come to, gives way to the next aim. */
  #step(player: Player, aim: Aim, { options, state }: Choice): Option | undefined {
    const isThere = state === aim.from;
    const step = drawFrom(
      this.#random,
      options.filter((option) => (isThere ? this.#hits(player, aim, option) : leads(state, aim, option))),
    );
    if (isThere || !step) this.#aim = undefined;
    return step;
  }

  /** In the state that is aimed at: what is to be tried there. */
  #hits(player: Player, { from, row, refused, promised }: Aim, option: Option): boolean {
    const { act, payload } = option;
    if (payload === undefined) return false;
    if (refused !== undefined) return act === refused;
    if (promised !== undefined) return act === promised && this.#seen.promises(player, option);
    return rowOf(movementTransitions, from, eventOf(act), payload) === row;
  }
}
