import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { Player } from '../player.ts';
import { eventOf, isDueToRegister, isToBeAsked, isWithinReach, leads, wordsOf } from './aims.ts';
import { isReserved } from './content-ways.ts';
import { type Aim, journeysEnd, rowOf, seatAims, unseenRefusals, unseenWays } from './machines.ts';
import { drawFrom, type Option } from './option.ts';
import type { Seen } from './seen.ts';

/** Share of the aims that are transitions which no movement at all has made, while there are any. */
const UNSEEN = 0.6;
/** Share of the others that are the discharge, whatever was seen. */
const TO_THE_END = 0.1;

/** What could be sent about one movement, and the state that it is in. */
export interface Choice {
  readonly options: readonly Option[];
  readonly state: MovementState;
}

/** Leads the movements of a sequence, one after the other, to what has not been seen. */
export class Lead {
  readonly #random: Random;
  readonly #seen: Seen;
  /** Those of the seats where nothing could be tried. */
  readonly #barren = new Set<Aim>();
  #aim: Aim | undefined;
  /** The movement that is led. */
  #number = 1;
  #isEnding = false;
  /** The step that was to bring it nearer last, and where from. */
  #lastStep: string | undefined;
  /** Steps of this sequence that brought nothing: what the machine takes may be refused for another reason. */
  readonly #vain = new Set<string>();

  constructor(random: Random, seen: Seen) {
    this.#random = random;
    this.#seen = seen;
  }

  /** A new sequence. */
  begin(): void {
    this.#number = 1;
    this.#isEnding = false;
    this.#aim = undefined;
    this.#lastStep = undefined;
    this.#vain.clear();
  }

  /** A message that brings the movement nearer to what is aimed at; undefined when none does. */
  message(player: Player, choiceOf: (number: number) => Choice): Option | undefined {
    for (const _movement of player.movements) {
      const step = this.#ofOne(player, choiceOf(this.#number));
      if (step) return step;
      this.#turnToNext(player);
    }
    return undefined;
  }

  /** The same when the sequence is over: movements are only led to their ends. */
  last(player: Player, choiceOf: (number: number) => Choice): Option | undefined {
    if (!this.#isEnding) this.#aim = undefined;
    this.#isEnding = true;
    return this.message(player, choiceOf);
  }

  /** What is tried once, and what cannot be come to, gives way to the next aim. */
  #ofOne(player: Player, choice: Choice): Option | undefined {
    if (this.#lastStep?.startsWith(this.#hereIn(choice))) this.#vain.add(this.#lastStep);
    const aim = this.#aim ?? this.#aimOf(player, choice.state);
    const steps = aim ? this.#stepsTo(player, aim, choice) : [];
    const isThere = steps.length === 0 && aim?.from === choice.state;
    const hits = isThere ? choice.options.filter((option) => this.#hits(player, aim, option)) : [];
    const option = drawFrom(this.#random, isThere ? hits : steps);
    if (aim?.promised !== undefined && isThere && !option) this.#barren.add(aim);
    this.#aim = isThere || !option ? undefined : aim;
    this.#lastStep = isThere || !option ? undefined : this.#hereIn(choice) + wordsOf(option);
    return option;
  }

  /** Numbers of movements go from one. */
  #turnToNext({ movements }: Player): void {
    this.#number = (this.#number % movements.size) + 1;
  }

  /** What no movement has come to; else what none of such a content has, and now and then the discharge. */
  #aimOf(player: Player, state: MovementState): Aim | undefined {
    const movement = player.movements.get(this.#number);
    if (!movement) return undefined;
    const random = this.#random;
    const near = (aims: readonly Aim[]): Aim[] => aims.filter((aim) => isWithinReach(state, aim));
    if (this.#isEnding) return pickOne(random, this.#ends(movement).map(near));
    const ways = near(unseenWays(this.#seen.ways));
    if (ways.length > 0 && random.chance(UNSEEN)) return random.pick(ways);
    if (near([journeysEnd]).length > 0 && random.chance(TO_THE_END)) return journeysEnd;
    const refusals = unseenRefusals(this.#seen.refusals);
    const contents = this.#seen.contentWays.unseen(movement.notice);
    const pairs = this.#seen.unseenAfterTheLast({ reference: movement.reference, state });
    const pools = [refusals, this.#seats(movement), contents, pairs, ...this.#ends(movement)];
    return pickOne(random, pools.map(near));
  }

  #seats({ notice }: Movement): Aim[] {
    const wanted = seatAims.filter(
      ({ promised }) => (promised === 'GuaranteeRequest') === isReserved(notice),
    );
    return wanted.filter((aim) => !this.#barren.has(aim));
  }

  #ends({ notice }: Movement): Aim[][] {
    const { contentWays } = this.#seen;
    return [contentWays.endsOfTheRarest(notice), contentWays.unseenEndsUnderAmount(notice)];
  }

  /** What must be said before, or else brings the movement nearer; nothing twice that brought nothing. */
  #stepsTo(player: Player, aim: Aim, choice: Choice): readonly Option[] {
    const { state } = choice;
    const options = choice.options.filter(
      (option) => !this.#vain.has(this.#hereIn(choice) + wordsOf(option)),
    );
    const due = options.filter(
      (option) =>
        isDueToRegister(player, this.#number, state, option) ||
        isToBeAsked(player, this.#number, state, aim, option),
    );
    if (due.length > 0 || state === aim.from) return due;
    return options.filter((option) => leads(state, aim, option));
  }

  #hereIn({ state }: Choice): string {
    return `${this.#number} ${state}: `;
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

/** One of any of the pools that is not empty. */
function pickOne(random: Random, pools: readonly (readonly Aim[])[]): Aim | undefined {
  const some = pools.filter(({ length }) => length > 0);
  return some.length > 0 ? random.pick(random.pick(some)) : undefined;
}
