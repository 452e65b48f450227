import { movementStates } from '../../profile/states/movement-states.ts';
import { type StateMachine, seatMachines } from '../../profile/states/seat-states.ts';
import { movementTransitions, stateAfter } from '../../profile/states/transitions.ts';

/** The machines of the profile, by the seat that keeps them: the hub, offices of passage, of destination, the register. */
export const machineNames = ['HUB', 'TRA', 'DES', 'GUA'] as const;
export type MachineName = (typeof machineNames)[number];

const movementMachine: StateMachine = {
  initial: 'NONE',
  states: movementStates,
  transitions: movementTransitions as StateMachine['transitions'],
};

/** Each machine as data, its states as plain text. */
export const machines: Readonly<Record<MachineName, StateMachine>> = {
  HUB: movementMachine,
  TRA: seatMachines.TRA as StateMachine,
  DES: seatMachines.DES as StateMachine,
  GUA: seatMachines.GUA as StateMachine,
};

/** One way out of a state: from where, by which row of its machine, and where to. */
export interface Way {
  readonly machine: MachineName;
  readonly from: string;
  readonly row: number;
  readonly to: string;
  /** Message name, or `timer:NAME`. */
  readonly on: string;
  /** What narrows it: `outcome = PASSED`; empty when nothing does. */
  readonly given: string;
}

/** Every way of a machine, in the order of its rows. */
export const waysOf = (machine: MachineName): Way[] =>
  machines[machine].transitions.flatMap(({ from, on, to, when, given }, row) =>
    from.map((state) => ({
      ...{ machine, from: state, row, on, to: to === 'same' ? state : to },
      given: [when ? `${when.field} = ${when.is.join(', ')}` : '', given ?? ''].filter(Boolean).join(' ; '),
    })),
  );

/** The way that a message takes in a state; undefined when the machine does not admit it. */
export function wayTaken(
  machine: MachineName,
  state: string,
  on: string,
  payload: Readonly<Record<string, unknown>>,
  facts: readonly string[] = [],
): { readonly row: number; readonly to: string } | undefined {
  const { transitions } = machines[machine];
  for (const [row, transition] of transitions.entries()) {
    const to = stateAfter([transition], state, on, payload, facts);
    if (to !== null) return { row, to };
  }
  return undefined;
}
