import { type MovementState, movementStates } from '../../../profile/states/movement-states.ts';
import {
  actingMessages,
  movementTransitions,
  stateAfter,
  type Transition,
} from '../../../profile/states/transitions.ts';

/** The row of a machine that takes a message in a state; undefined when none does. */
export function rowOf<State extends string>(
  transitions: readonly Transition<State>[],
  state: State,
  on: string,
  payload: Readonly<Record<string, unknown>>,
  facts: readonly string[] = [],
): number | undefined {
  const at = transitions.findIndex(
    (transition) => stateAfter([transition], state, on, payload, facts) !== null,
  );
  return at < 0 ? undefined : at;
}

/** One way of a machine from one state: `REGISTERED 2`, by the row that takes it. */
export const wayKey = (state: string, row: number): string => `${state} ${row}`;

const states = Object.keys(movementStates) as MovementState[];

/** What sequences do not play: devices have machines of their own, and leave that of the movement alone. */
const UNPLAYED: ReadonlySet<string> = new Set(['DeviceAssignment']);

const edges = movementTransitions.flatMap(({ from, on, to }, row) =>
  UNPLAYED.has(on) ? [] : from.map((state) => ({ from: state, to: to === 'same' ? state : to, row })),
);

/** How many transitions lie between a state and a goal; states from which it cannot be reached are absent. */
export type Steps = ReadonlyMap<MovementState, number>;

/** How many transitions lie between each state and the nearest from which something has not been seen yet. */
export const distances = (seen: ReadonlySet<string>): Steps =>
  spreadFrom(edges.flatMap(({ from, row }) => (seen.has(wayKey(from, row)) ? [] : [from])));

const stepsToState = Object.fromEntries(states.map((state) => [state, spreadFrom([state])])) as Record<
  MovementState,
  Steps
>;

/** How many transitions lie between each state and the one that is aimed at. */
export const stepsTo = ({ from }: Aim): Steps => stepsToState[from];

/** Goes back from the goals, one transition at a time. */
function spreadFrom(goals: readonly MovementState[]): Steps {
  const found = new Map(goals.map((state) => [state, 0]));
  for (let distance = 1; distance < states.length; distance += 1)
    for (const { from, to } of edges)
      if (found.get(to) === distance - 1 && !found.has(from)) found.set(from, distance);
  return found;
}

/** Whether the goal is nearer from one state than from another. */
export const isNearer = (steps: Steps, state: MovementState, than: MovementState): boolean =>
  (steps.get(state) ?? Number.POSITIVE_INFINITY) < (steps.get(than) ?? Number.POSITIVE_INFINITY);

/** One thing that was not tried yet: a way of the movement machine, or a message in a state that does not admit it. */
export interface Aim {
  readonly from: MovementState;
  /** The row of the way. */
  readonly row?: number;
  /** The message that must be refused. */
  readonly refused?: string;
  /** The message that in this state makes an office or the register do what none was seen to do. */
  readonly promised?: string;
}

/** The end of a journey, for contents that only show there. */
export const journeysEnd: Aim = {
  from: 'CONTROLLED',
  row: movementTransitions.findIndex(
    ({ on, when }) => on === 'DischargeNotice' && when?.is.includes('CONFORM'),
  ),
};

/** States of the movement in which offices and the register do what they do nowhere else. */
export const seatAims: readonly Aim[] = [
  { from: 'RECOVERY', promised: 'GuaranteeRequest' },
  { from: 'SUSPENDED', promised: 'ItineraryChange' },
  { from: 'REGISTERED', promised: 'CancellationNotice' },
];

/** Ways that have not been gone. */
export const unseenWays = (seen: ReadonlySet<string>): Aim[] =>
  edges.flatMap(({ from, row }) => (seen.has(wayKey(from, row)) ? [] : [{ from, row }]));

/** Messages in states that admit them in no form, which were not refused there yet. */
export const unseenRefusals = (refused: ReadonlySet<string>): Aim[] =>
  states.flatMap((from) =>
    [...actingMessages]
      .filter((act) => !UNPLAYED.has(act))
      .filter(
        (act) => !movementTransitions.some(({ on, from: admits }) => on === act && admits.includes(from)),
      )
      .filter((act) => !refused.has(`${from} ${act}`))
      .map((act) => ({ from, refused: act })),
  );
