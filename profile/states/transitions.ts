import type { MovementState } from './movement-states.ts';

/** What moves a movement from state to state: a message (by name), narrowed by one field, or a timer. */
export interface Transition<State extends string = MovementState> {
  readonly from: readonly State[];
  /** Message name of `messages/messages.ts`, or `timer:NAME`. */
  readonly on: string;
  /** Narrowing: payload field (dotted) and the values for which the row holds; absent = any. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] };
  /** A fact of the receiver's own book that must hold too, by its name; absent = none. */
  readonly given?: string;
  /** The state after; `same` leaves it. */
  readonly to: State | 'same';
}

const ON_THE_ROAD = ['RELEASED', 'IN_TRANSIT'] as const;
const UNARRIVED = ['RELEASED', 'IN_TRANSIT', 'SUSPENDED', 'OVERDUE', 'UNDER_ENQUIRY', 'RECOVERY'] as const;

/**
 * The state machine of a movement in the book of the office of departure and in the ledger of the hub.
 * First matching row counts; no row: the message is refused with OUT_OF_SEQUENCE.
 * @source draft message set 6.3; P10, P13, P14, P15
 */
export const movementTransitions: readonly Transition[] = [
  { from: ['NONE'], on: 'TransitNotice', when: { field: 'status', is: ['REGISTERED'] }, to: 'REGISTERED' },
  {
    from: ['REGISTERED', 'RELEASED', 'IN_TRANSIT', 'SUSPENDED'],
    on: 'TransitNotice',
    when: { field: 'status', is: ['AMENDED'] },
    to: 'same',
  },
  { from: ['REGISTERED'], on: 'DepartureRelease', to: 'RELEASED' },
  { from: ['REGISTERED', 'RELEASED'], on: 'CancellationNotice', to: 'CANCELLED' },
  { from: ['RELEASED', 'IN_TRANSIT', 'SUSPENDED', 'OVERDUE'], on: 'ItineraryChange', to: 'same' },

  {
    from: [...ON_THE_ROAD, 'SUSPENDED'],
    on: 'BorderPassage',
    when: { field: 'outcome', is: ['PASSED'] },
    to: 'IN_TRANSIT',
  },
  {
    from: [...ON_THE_ROAD, 'SUSPENDED', 'OVERDUE'],
    on: 'BorderPassage',
    when: { field: 'outcome', is: ['REFUSED'] },
    to: 'SUSPENDED',
  },
  {
    from: [
      'OVERDUE',
      'UNDER_ENQUIRY',
      'RECOVERY',
      'ARRIVED',
      'CONTROLLED',
      'DISCREPANCY',
      'PARTIALLY_DISCHARGED',
      'DISCHARGED',
      'CLOSED_MANUALLY',
    ],
    on: 'BorderPassage',
    when: { field: 'outcome', is: ['PASSED'] },
    to: 'same',
  },

  {
    from: [
      'REGISTERED',
      ...ON_THE_ROAD,
      'SUSPENDED',
      'OVERDUE',
      'UNDER_ENQUIRY',
      'ARRIVED',
      'CONTROLLED',
      'DISCREPANCY',
      'PARTIALLY_DISCHARGED',
    ],
    on: 'DeviceAssignment',
    to: 'same',
  },

  { from: ['SUSPENDED'], on: 'IncidentNotice', when: { field: 'status', is: ['CLOSED'] }, to: 'IN_TRANSIT' },
  {
    from: [...ON_THE_ROAD, 'SUSPENDED', 'OVERDUE', 'UNDER_ENQUIRY'],
    on: 'IncidentNotice',
    when: { field: 'hold', is: [true] },
    to: 'SUSPENDED',
  },
  { from: [...ON_THE_ROAD, 'SUSPENDED', 'OVERDUE', 'UNDER_ENQUIRY'], on: 'IncidentNotice', to: 'same' },

  { from: ['RELEASED', 'IN_TRANSIT', 'SUSPENDED'], on: 'timer:limitDate', to: 'OVERDUE' },

  {
    from: UNARRIVED,
    on: 'ArrivalNotice',
    when: { field: 'controlResult.result', is: ['A1', 'A2'] },
    to: 'CONTROLLED',
  },
  {
    from: UNARRIVED,
    on: 'ArrivalNotice',
    when: { field: 'controlResult.result', is: ['A5', 'B1'] },
    to: 'DISCREPANCY',
  },
  { from: UNARRIVED, on: 'ArrivalNotice', to: 'ARRIVED' },
  { from: ['CLOSED_MANUALLY'], on: 'ArrivalNotice', to: 'same' },

  {
    from: ['ARRIVED', 'CONTROLLED', 'DISCREPANCY'],
    on: 'ControlResult',
    when: { field: 'result', is: ['A1', 'A2'] },
    to: 'CONTROLLED',
  },
  {
    from: ['ARRIVED', 'CONTROLLED', 'DISCREPANCY'],
    on: 'ControlResult',
    when: { field: 'result', is: ['A5', 'B1'] },
    to: 'DISCREPANCY',
  },

  { from: ['OVERDUE'], on: 'EnquiryRequest', to: 'UNDER_ENQUIRY' },
  { from: ['ARRIVED', 'UNDER_ENQUIRY'], on: 'EnquiryRequest', to: 'same' },
  { from: ['UNDER_ENQUIRY', 'ARRIVED', 'CONTROLLED', 'DISCREPANCY'], on: 'EnquiryResponse', to: 'same' },
  { from: ['OVERDUE', 'UNDER_ENQUIRY', 'DISCREPANCY'], on: 'RecoveryNotice', to: 'RECOVERY' },

  {
    from: ['CONTROLLED', 'PARTIALLY_DISCHARGED'],
    on: 'DischargeNotice',
    when: { field: 'basis', is: ['CONFORM'] },
    to: 'DISCHARGED',
  },
  {
    from: ['DISCREPANCY', 'PARTIALLY_DISCHARGED'],
    on: 'DischargeNotice',
    when: { field: 'basis', is: ['RESOLVED'] },
    to: 'DISCHARGED',
  },
  {
    from: ['CONTROLLED', 'DISCREPANCY', 'PARTIALLY_DISCHARGED'],
    on: 'DischargeNotice',
    when: { field: 'basis', is: ['PARTIAL'] },
    to: 'PARTIALLY_DISCHARGED',
  },
  {
    from: ['RECOVERY'],
    on: 'DischargeNotice',
    when: { field: 'basis', is: ['RECOVERED'] },
    to: 'DISCHARGED',
  },
  {
    from: UNARRIVED,
    on: 'DischargeNotice',
    when: { field: 'basis', is: ['FORCE_MAJEURE'] },
    to: 'DISCHARGED',
  },
  {
    from: ['RELEASED', 'IN_TRANSIT', 'SUSPENDED', 'OVERDUE', 'UNDER_ENQUIRY', 'ARRIVED'],
    on: 'DischargeNotice',
    when: { field: 'basis', is: ['BY_HAND'] },
    to: 'CLOSED_MANUALLY',
  },
];

/** Names of the messages that act on a movement: those that some row of the table takes. */
export const actingMessages: ReadonlySet<string> = new Set(
  movementTransitions.flatMap(({ on }) => (on.startsWith('timer:') ? [] : [on])),
);

/** The state after `on` in `state`, or null when the profile forbids it. `payload` feeds the narrowing. */
export const nextState = (
  state: MovementState,
  on: string,
  payload: Readonly<Record<string, unknown>> = {},
): MovementState | null => stateAfter(movementTransitions, state, on, payload);

/**
 * The same for any machine: the state after `on` in `state` by the first row that holds, or null.
 * @param facts names of the facts of the book that hold, for rows with `given`
 */
export function stateAfter<State extends string>(
  transitions: readonly Transition<State>[],
  state: State,
  on: string,
  payload: Readonly<Record<string, unknown>> = {},
  facts: readonly string[] = [],
): State | null {
  const row = transitions.find(
    (transition) =>
      transition.on === on &&
      transition.from.includes(state) &&
      (transition.given === undefined || facts.includes(transition.given)) &&
      holds(transition, payload),
  );
  if (!row) return null;
  return row.to === 'same' ? state : row.to;
}

function holds({ when }: Pick<Transition, 'when'>, payload: Readonly<Record<string, unknown>>): boolean {
  if (!when) return true;
  const value = when.field
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], payload);
  return when.is.some((accepted) => accepted === value);
}
