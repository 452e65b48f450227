import type { Random } from '../../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import { isInItsTime } from '../model/register.ts';
import type { MovementView } from '../model/views.ts';
import type { Move, MovementSpec } from '../move.ts';
import type { Player } from '../player.ts';
import { isJustRestarted, mayBeEarly } from './aims.ts';
import { ContentDrawer } from './content-drawer.ts';
import { deedOptions, isUnderLimit, type Means, pastLimit } from './deeds.ts';
import { lookAt, movementInGap, waitsBehind } from './follow-ups.ts';
import { Lead } from './lead.ts';
import { distances, rowOf } from './machines.ts';
import { messageOptions } from './messages.ts';
import { drawFrom, type Option } from './option.ts';
import { Seen } from './seen.ts';
import { Worth } from './worth.ts';

/** How often a movement is led on; else any movement does anything. */
const LED = 0.4;
const PROMISED = 0.4;
/** How often another message is sent behind one that waits for a version. */
const BEHIND = 0.6;
/** Share of the other moves that are no messages. */
const DEEDS = 0.18;

/** Draws sequences, and remembers over all of them what the machines have been seen to do. */
export class Generator {
  readonly #random: Random;
  readonly #reference: FixtureReferenceData;
  readonly #means: Means;
  readonly #seen = new Seen();
  readonly #contents: ContentDrawer;
  readonly #worth = new Worth(this.#seen);
  readonly #lead: Lead;

  constructor(random: Random, reference: FixtureReferenceData, means: Means) {
    this.#random = random;
    this.#reference = reference;
    this.#means = means;
    this.#contents = new ContentDrawer(random, reference);
    this.#lead = new Lead(random, this.#seen);
  }

  /** Movements of the next sequence. */
  specs(): MovementSpec[] {
    this.#lead.begin();
    const claims = this.#random.chance(0.25);
    return this.#contents.specs(claims);
  }

  /** How many moves a sequence of so many movements has. */
  length(movements: number): number {
    return this.#random.int(8, 14 + 9 * movements);
  }

  /** A last move before the sequence ends, where it does what was not seen: at an office, in the register, with such a content. */
  last(player: Player, id: number): Move | undefined {
    const option =
      this.#promised(player) ??
      this.#end(player) ??
      this.#lead.last(player, (number) => this.#optionsFor(player, number));
    return option && this.#moveOf(option, player, id);
  }

  #end(player: Player): Option | undefined {
    const options = [...player.movements.keys()].flatMap(
      (number) => this.#optionsFor(player, number).options,
    );
    return drawFrom(
      this.#random,
      options.filter((option) => this.#seen.ends(player, option)),
    );
  }

  /** The next move, by what the books of the sequence hold now. */
  next(player: Player, id: number): Move {
    const random = this.#random;
    const followUp = lookAt(player, this.#seen.novelty) ?? this.#behindTheFirst(player);
    const deed =
      !followUp && (random.chance(DEEDS) || isJustRestarted(player))
        ? drawFrom(random, deedOptions(player, random, this.#means))
        : undefined;
    return this.#moveOf(followUp ?? deed ?? this.#message(player), player, id);
  }

  #behindTheFirst(player: Player): Option | undefined {
    const inGap = movementInGap(player);
    if (inGap === undefined || !this.#random.chance(BEHIND)) return undefined;
    return drawFrom(this.#random, this.#optionsFor(player, inGap).options.filter(waitsBehind));
  }

  #moveOf(option: Option, player: Player, id: number): Move {
    const { weight: _weight, payload: _payload, by, ...move } = option;
    this.#worth.drawn(option);
    const owner = player.movements.get(option.movement)?.departureCountry ?? 'hub';
    return { id, ...move, by: by === '' ? owner : by };
  }

  /** What was played is seen: by the book before and after it. */
  note(before: ReadonlyMap<string, MovementView>, player: Player): void {
    this.#seen.note(before, player);
  }

  #message(player: Player): Option {
    const led = this.#random.chance(LED)
      ? this.#lead.message(player, (number) => this.#optionsFor(player, number))
      : undefined;
    const promised = led ?? (this.#random.chance(PROMISED) ? this.#promised(player) : undefined);
    return promised ?? this.#drawn(player, this.#random.pick([...player.movements.keys()]));
  }

  /** A message that would make an office, or the register, do what none was seen to do; undefined when there is none. */
  #promised(player: Player): Option | undefined {
    const found = [...player.movements.keys()].flatMap((number) => {
      const { options, state } = this.#optionsFor(player, number);
      return options.filter((option) => {
        const { act, payload } = option;
        if (payload === undefined || !this.#seen.promises(player, option)) return false;
        if (act === 'GuaranteeRequest') return isInItsTime(String(payload['operation']), state);
        if (mayBeEarly(state, act)) return true;
        return rowOf(movementTransitions, state, act, payload) !== undefined;
      });
    });
    return drawFrom(this.#random, found);
  }

  #drawn(player: Player, number: number): Option {
    const { options, view } = this.#optionsFor(player, number);
    const far = distances(this.#seen.ways);
    return this.#random.weighted(
      options.map((option) => ({
        value: option,
        weight: option.weight * this.#worth.of(option, view, far, player),
      })),
    );
  }

  #optionsFor(player: Player, number: number) {
    const movement = player.movements.get(number);
    if (!movement)
      throw new RangeError(
        `Failed to draw a message: found no movement ${number} among ${[...player.movements.keys()].join(', ')}.`,
      );
    const view = player.model.movements.get(movement.reference);
    const situation = {
      ...{ number, movement, view, model: player.model, reference: this.#reference },
      countries: [...player.scene.environment.seats.keys()],
    };
    const limit = this.#means.clock && isUnderLimit(player, number) ? [pastLimit(number, 0.3)] : [];
    const options = [...messageOptions(situation), ...limit];
    return { options, view, state: view?.state ?? ('NONE' as const) };
  }
}
