import type { Random } from '../../../fixtures/random.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { Player } from '../player.ts';
import { WORDS } from '../words.ts';
import { eventOf, isJustRestarted } from './aims.ts';
import { rowOf } from './machines.ts';
import type { Option } from './option.ts';

/** Waits, seconds: less and more than each timer of the profile. */
const WAITS = [180, 420, 1_200, 3 * 3_600, 4 * 86_400, 8 * 86_400];

/** What the target lets an explorer do to it. */
export interface Means {
  readonly clock: boolean;
  readonly restart: boolean;
}

/** Everything that could happen beside a message: on the link, to the stack, to time. */
export function deedOptions(player: Player, random: Random, means: Means): Option[] {
  const { countries, movement } = drawn(player, random);
  const country = random.pick(countries);
  const plain = { movement: 0, by: country, detail: [] };
  const onTheLink: Option[] = means.clock
    ? [
        { ...plain, act: 'lose-answers', count: random.int(1, 3), weight: 0.5 },
        { ...plain, act: 'leave', weight: 0.4 },
        { ...plain, act: 'return', weight: player.scene.away.size > 0 ? 2 : 0 },
      ]
    : [];
  return [
    ...repetitions(player, random),
    { ...plain, movement, by: '', act: 'consult', weight: 1.2 },
    { ...plain, act: 'pull', weight: 0.1 },
    ...onTheLink,
    ...(means.restart ? [{ ...plain, by: 'hub', act: 'restart', weight: 0.35 }] : []),
    ...(means.clock ? waits(player, random, isJustRestarted(player) ? 6 : 1) : []),
  ].filter(({ weight }) => weight > 0);
}

function drawn(player: Player, random: Random) {
  const countries = [...player.scene.environment.seats.keys()];
  return { countries, movement: random.pick([...player.movements.keys()]) };
}

/** Of an earlier message, mostly one of the last. */
function repetitions(player: Player, random: Random): Option[] {
  const sent = player.played.filter(
    ({ entry, move }) => entry && entry.outcome.kind !== 'refused-at-once' && move.act !== 'repeat',
  );
  if (sent.length === 0) return [];
  const { move, entry } = random.pick(random.chance(0.5) ? sent.slice(-3) : sent);
  const by = entry?.message.sender ?? '';
  const plain = { movement: move.movement, by, detail: [], of: move.id };
  return [
    { ...plain, act: 'repeat', count: random.int(1, 4), weight: 1.5 },
    { ...plain, act: 'reuse-id', weight: 0.4 },
  ];
}

function waits(player: Player, random: Random, often: number): Option[] {
  const plain = { movement: 0, by: 'hub', act: 'wait', detail: [] };
  const open = [...player.movements.keys()].filter((number) => isUnderLimit(player, number));
  return [
    { ...plain, count: random.pick(WAITS), weight: 0.4 * often },
    { ...plain, detail: [WORDS.untilMonthEnd], weight: 0.1 },
    ...(open.length > 0 ? [pastLimit(random.pick(open), 0.2 * often)] : []),
  ];
}

/** The time limit of a movement passes. */
export const pastLimit = (movement: number, weight: number): Option => ({
  ...{ movement, by: 'hub', act: 'wait', detail: [WORDS.pastLimit], payload: {}, weight },
});

/** Whether a movement will be overdue when its time limit passes. */
export function isUnderLimit({ movements, model, scene }: Player, number: number): boolean {
  const { limitDate, state = 'NONE' } = model.movements.get(movements.get(number)?.reference ?? '') ?? {};
  const row = rowOf(movementTransitions, state, eventOf('wait'), {});
  return row !== undefined && Date.parse(limitDate ?? '') > scene.environment.clock.now();
}
