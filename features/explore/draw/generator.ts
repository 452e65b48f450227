import type { Random } from '../../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { MovementView } from '../model/views.ts';
import type { Move, MovementSpec } from '../move.ts';
import type { Player } from '../player.ts';
import { WORDS } from '../words.ts';
import {
  eventOf,
  isDueToRegister,
  isJustRestarted,
  isToBeAsked,
  leads,
  mayBeEarly,
  viewBefore,
  wordsOf,
} from './aims.ts';
import { ContentWays } from './content-ways.ts';
import { anySeed, rareSeed } from './contents.ts';
import { deedOptions, type Means } from './deeds.ts';
import {
  type Aim,
  distances,
  journeysEnd,
  rowOf,
  seatAims,
  unseenRefusals,
  unseenWays,
  wayKey,
} from './machines.ts';
import { messageOptions } from './messages.ts';
import type { Option } from './option.ts';
import { SeatWays } from './seat-ways.ts';

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
/** How often the first movement is led on; else any movement does anything. */
const LED = 0.4;
const PROMISED = 0.4;
/** Share of the sequences whose first movement is led to its discharge, whatever was seen. */
const TO_THE_END = 0.2;

/** Draws sequences, and remembers over all of them what the machines have been seen to do. */
export class Generator {
  readonly #random: Random;
  readonly #reference: FixtureReferenceData;
  readonly #means: Means;
  readonly #seen = new Set<string>();
  readonly #contentWays = new ContentWays();
  /** One way after another, of one movement: `RELEASED 5 > SUSPENDED 8`. */
  readonly #pairs = new Set<string>();
  readonly #lastWay = new Map<string, string>();
  /** Messages that were refused in a state: `IN_TRANSIT CancellationNotice`. */
  readonly #refused = new Set<string>();
  /** What was drawn before, by its words. */
  readonly #tried = new Set<string>();
  readonly #seatWays = new SeatWays();
  #corridors: string[] = [];
  /** What the first movement of the sequence is led to. */
  #aim: Aim | undefined;

  constructor(random: Random, reference: FixtureReferenceData, means: Means) {
    this.#random = random;
    this.#reference = reference;
    this.#means = means;
  }

  /** Movements of the next sequence: mostly several, each corridor in its turn, now and then an odd content. */
  specs(): MovementSpec[] {
    const random = this.#random;
    const count = random.weighted([
      { value: 1, weight: 2 },
      { value: 2, weight: 4 },
      { value: 3, weight: 2 },
      { value: 4, weight: 1 },
    ]);
    const [ways, refusals] = [unseenWays(this.#seen), unseenRefusals(this.#refused)];
    const unseen = ways.length > 0 && (refusals.length === 0 || random.chance(0.6)) ? ways : refusals;
    this.#aim = unseen.length > 0 && random.chance(0.7) ? random.pick(unseen) : undefined;
    const claims = !this.#aim && random.chance(0.4);
    return Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      ...this.#content(index === 0 ? 0.5 : 0.2),
      ...(random.chance(0.15) && { items: random.int(30, 40) }),
      guarantee: (claims && index === 0) || random.chance(0.35) ? 'reservable' : 'fund',
      monthEnd: random.chance(0.15),
    }));
  }

  #content(share: number): Pick<MovementSpec, 'corridor' | 'seed'> {
    const corridor = this.#nextCorridor();
    const rare = this.#random.chance(share);
    return {
      corridor,
      seed: rare ? rareSeed(this.#random, this.#reference, corridor) : anySeed(this.#random),
    };
  }

  /** How many moves a sequence of so many movements has. */
  length(movements: number): number {
    return this.#random.int(8, 14 + 9 * movements);
  }

  /** A last move before the sequence ends, where an office or the register would do what none was seen to do. */
  last(player: Player, id: number): Move | undefined {
    const option = this.#promised(player);
    return option && this.#moveOf(option, player, id);
  }

  /** The next move, by what the books of the sequence hold now. */
  next(player: Player, id: number): Move {
    const random = this.#random;
    if (random.chance(0.18) || isJustRestarted(player)) {
      const deeds = weighted(deedOptions(player, random, this.#means));
      return this.#moveOf(random.weighted(deeds), player, id);
    }
    return this.#moveOf(this.#message(player), player, id);
  }

  #moveOf(option: Option, player: Player, id: number): Move {
    const { weight: _weight, payload: _payload, by, ...move } = option;
    this.#tried.add(wordsOf(option));
    const owner = player.movements.get(option.movement)?.departureCountry ?? 'hub';
    return { id, ...move, by: by === '' ? owner : by };
  }

  /** What was played is seen: by the book before and after it. */
  note(before: ReadonlyMap<string, MovementView>, player: Player): void {
    const { entry } = player.played.at(-1) ?? {};
    this.#seatWays.note(player);
    for (const [reference, view] of player.model.movements) {
      const old = before.get(reference);
      if (old && view.state === 'OVERDUE' && old.state !== 'OVERDUE') this.#see(old, 'timer:limitDate', {});
    }
    if (entry?.outcome.kind === 'refused') this.#refused.add(`${entry.before} ${entry.name}`);
    if (entry?.outcome.kind === 'accepted' && entry.before !== undefined)
      this.#see(viewBefore(entry, player), entry.name, entry.message.payload);
  }

  #see(
    { reference, state, notice }: Pick<MovementView, 'reference' | 'state' | 'notice'>,
    on: string,
    payload: Readonly<Record<string, unknown>>,
  ): void {
    const row = rowOf(movementTransitions, state, on, payload);
    if (row === undefined) return;
    const way = wayKey(state, row);
    this.#seen.add(way);
    this.#contentWays.note(notice, way);
    this.#pairs.add(`${this.#lastWay.get(reference)} > ${way}`);
    this.#lastWay.set(reference, way);
  }

  #message(player: Player): Option {
    this.#aim ??= this.#aimOf(player);
    const led = this.#random.chance(LED) ? this.#ledTo(player, this.#aim) : undefined;
    const promised = led ?? (this.#random.chance(PROMISED) ? this.#promised(player) : undefined);
    return promised ?? this.#drawn(player, this.#random.pick([...player.movements.keys()]));
  }

  /** A message that would make an office, or the register, do what none was seen to do; undefined when there is none. */
  #promised(player: Player): Option | undefined {
    const found = [...player.movements.keys()].flatMap((number) => {
      const { options, state } = this.#optionsFor(player, number);
      return options.filter(({ act, by, payload }) => {
        if (payload === undefined || !this.#seatWays.promises(player, number, by, act, payload)) return false;
        if (act === 'GuaranteeRequest' || mayBeEarly(state, act)) return true;
        return rowOf(movementTransitions, state, act, payload) !== undefined;
      });
    });
    return found.length > 0 ? this.#random.weighted(weighted(found)) : undefined;
  }

  /** What movements of such a content, or offices, have not been led to; else the end of the journey. */
  #aimOf(player: Player): Aim {
    const [movement] = player.movements.values();
    const unseen = movement ? this.#contentWays.unseen(movement.notice) : [];
    const reserved = movement?.guarantee.reserve !== undefined;
    const seats = seatAims.filter(({ promised }) => (promised === 'GuaranteeRequest') === reserved);
    const aims = unseen.length > 0 && this.#random.chance(0.5) ? unseen : seats;
    return this.#random.chance(TO_THE_END) ? journeysEnd : this.#random.pick(aims);
  }

  /** A message that brings the first movement nearer to what has not been seen; undefined when none does. */
  #ledTo(player: Player, aim: Aim): Option | undefined {
    const [number = 1] = player.movements.keys();
    const { options, state } = this.#optionsFor(player, number);
    const guarantee = options.find((option) => isDueToRegister(player, number, state, option));
    if (guarantee) return guarantee;
    const question = options.find((option) => isToBeAsked(player, number, state, aim, option));
    if (question) return question;
    const wanted = options.filter((option) =>
      state === aim.from ? this.#hits(player, aim, option) : leads(state, aim, option),
    );
    return wanted.length > 0 ? this.#random.weighted(weighted(wanted)) : undefined;
  }

  /** In the state that is aimed at: what is to be tried there. */
  #hits(
    player: Player,
    { from, row, refused, promised }: Aim,
    { act, by, payload, movement }: Option,
  ): boolean {
    if (payload === undefined) return false;
    if (refused !== undefined) return act === refused;
    if (promised !== undefined)
      return act === promised && this.#seatWays.promises(player, movement, by, act, payload);
    return rowOf(movementTransitions, from, eventOf(act), payload) === row;
  }

  #drawn(player: Player, number: number): Option {
    const { options, view } = this.#optionsFor(player, number);
    const far = distances(this.#seen);
    return this.#random.weighted(
      options.map((option) => ({
        value: option,
        weight: option.weight * this.#worth(option, view, far, player) * this.#novelty(option),
      })),
    );
  }

  #optionsFor(player: Player, number: number) {
    const movement = player.movements.get(number);
    if (!movement) throw new RangeError(`Failed to draw a message: found no movement ${number}.`);
    const view = player.model.movements.get(movement.reference);
    const situation = {
      ...{ number, movement, view, model: player.model, reference: this.#reference },
      countries: [...player.scene.environment.seats.keys()],
    };
    const limit: Option[] = this.#means.clock
      ? [
          {
            movement: number,
            by: 'hub',
            act: 'wait',
            detail: [WORDS.pastLimit],
            payload: {},
            weight: 0.3,
          },
        ]
      : [];
    const options = [...messageOptions(situation), ...limit];
    return { options, view, state: view?.state ?? ('NONE' as const) };
  }

  #worth(
    { act, payload, by, movement }: Option,
    view: MovementView | undefined,
    far: ReturnType<typeof distances>,
    player: Player,
  ): number {
    if (payload === undefined) return LEGAL;
    const state = view?.state ?? 'NONE';
    const on = eventOf(act);
    const news = this.#seatWays.promises(player, movement, by, act, payload) ? NEW : 1;
    if (act === 'GuaranteeRequest') return LEGAL * news;
    const row = rowOf(movementTransitions, state, on, payload);
    if (row === undefined) return this.#worthOfRefusal(state, act, news);
    const way = wayKey(state, row);
    if (!this.#seen.has(way)) return NEW * news;
    const inPair = view && !this.#pairs.has(`${this.#lastWay.get(view.reference)} > ${way}`) ? PAIR : 1;
    const to = movementTransitions[row]?.to ?? 'same';
    const nearer = to !== 'same' && (far.get(to) ?? 99) < (far.get(state) ?? 99);
    const inContent = view && this.#contentWays.isNew(view.notice, way) ? CONTENT : 1;
    return (nearer ? NEARER : LEGAL) * news * inPair * inContent;
  }

  /** Words that were never drawn come before those that were. */
  #novelty(option: Option): number {
    return this.#tried.has(wordsOf(option)) ? 1 : NOVEL;
  }

  /** A message that a state does not admit is worth a try, once in each state. */
  #worthOfRefusal(state: string, act: string, news: number): number {
    if (mayBeEarly(state, act)) return LEGAL * news;
    return this.#refused.has(`${state} ${act}`) ? ILLEGAL : UNTRIED;
  }

  #nextCorridor(): string {
    if (this.#corridors.length === 0) {
      const names = [...this.#reference.corridors.keys()];
      this.#corridors = names
        .map((name) => ({ name, rank: this.#random.next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ name }) => name);
    }
    return this.#corridors.pop() ?? '';
  }
}

const weighted = (options: readonly Option[]) =>
  options.map((option) => ({ value: option, weight: option.weight }));
