import type { Transition } from './transitions.ts';

/** Names of the states of a machine, French and English. */
export type StateNames<State extends string> = Readonly<
  Record<State, { readonly fr: string; readonly en: string }>
>;

/** A machine as data: its states, the one it begins in, and its transitions. */
export interface StateMachine<State extends string = string> {
  readonly initial: NoInfer<State>;
  readonly states: StateNames<State>;
  readonly transitions: readonly Transition<NoInfer<State>>[];
}

const machine = <const State extends string>(definition: StateMachine<State>) => definition;

/** Fact of the receiver's book: its office is not on the itinerary that was just authorised. */
export const LEFT_OUT = 'office left out';

/** A movement in the book of an office of passage. @source draft message set 6.3 (TRA); P13 for reports after the end */
export const passageMachine = machine({
  initial: 'NONE',
  states: {
    NONE: { fr: 'inconnu', en: 'not announced' },
    EXPECTED: { fr: 'attendu', en: 'expected' },
    PASSED: { fr: 'passé', en: 'passed' },
    REFUSED: { fr: 'refusé', en: 'refused' },
    DIVERTED_AWAY: { fr: 'détourné', en: 'diverted away' },
    EXPIRED: { fr: "n'est plus attendu", en: 'expired' },
  },
  transitions: [
    { from: ['NONE'], on: 'TransitNotice', to: 'EXPECTED' },
    { from: ['EXPECTED', 'PASSED', 'REFUSED'], on: 'TransitNotice', to: 'same' },
    {
      from: ['NONE', 'EXPECTED', 'REFUSED', 'EXPIRED'],
      on: 'BorderPassage',
      when: { field: 'outcome', is: ['PASSED'] },
      to: 'PASSED',
    },
    {
      from: ['NONE', 'EXPECTED', 'REFUSED'],
      on: 'BorderPassage',
      when: { field: 'outcome', is: ['REFUSED'] },
      to: 'REFUSED',
    },
    {
      from: ['EXPECTED', 'REFUSED'],
      on: 'ItineraryChange',
      when: { field: 'decision', is: ['AUTHORISED'] },
      given: LEFT_OUT,
      to: 'DIVERTED_AWAY',
    },
    { from: ['EXPECTED', 'REFUSED', 'PASSED'], on: 'ItineraryChange', to: 'same' },
    {
      from: ['DIVERTED_AWAY'],
      on: 'ItineraryChange',
      when: { field: 'decision', is: ['AUTHORISED'] },
      to: 'EXPECTED',
    },
    { from: ['EXPECTED', 'REFUSED'], on: 'CancellationNotice', to: 'EXPIRED' },
    { from: ['EXPECTED', 'REFUSED'], on: 'DischargeNotice', to: 'EXPIRED' },
    { from: ['PASSED', 'DIVERTED_AWAY'], on: 'DischargeNotice', to: 'same' },
  ],
});

/** A movement in the book of the office of destination. @source draft message set 6.3 (DES); P14, P15 */
export const destinationMachine = machine({
  initial: 'NONE',
  states: {
    NONE: { fr: 'inconnu', en: 'not announced' },
    EXPECTED: { fr: 'attendu', en: 'expected' },
    ARRIVED: { fr: 'arrivé', en: 'arrived' },
    CONTROLLED: { fr: 'contrôlé', en: 'controlled' },
    ENDED: { fr: 'terminé', en: 'ended' },
  },
  transitions: [
    { from: ['NONE'], on: 'TransitNotice', to: 'EXPECTED' },
    { from: ['EXPECTED'], on: 'TransitNotice', to: 'same' },
    {
      from: ['NONE', 'EXPECTED'],
      on: 'ArrivalNotice',
      when: { field: 'controlResult.result', is: ['A1', 'A2', 'A5', 'B1'] },
      to: 'CONTROLLED',
    },
    { from: ['NONE', 'EXPECTED'], on: 'ArrivalNotice', to: 'ARRIVED' },
    { from: ['ENDED'], on: 'ArrivalNotice', to: 'same' },
    { from: ['ARRIVED', 'CONTROLLED'], on: 'ControlResult', to: 'CONTROLLED' },
    {
      from: ['EXPECTED'],
      on: 'ItineraryChange',
      when: { field: 'decision', is: ['AUTHORISED'] },
      given: LEFT_OUT,
      to: 'ENDED',
    },
    { from: ['EXPECTED'], on: 'ItineraryChange', to: 'same' },
    { from: ['EXPECTED'], on: 'CancellationNotice', to: 'ENDED' },
    { from: ['CONTROLLED'], on: 'DischargeNotice', when: { field: 'basis', is: ['PARTIAL'] }, to: 'same' },
    { from: ['EXPECTED', 'ARRIVED', 'CONTROLLED'], on: 'DischargeNotice', to: 'ENDED' },
  ],
});

/** The use of a guarantee by one movement, in the guarantee register. @source profile decisions P20, P21; draft E11, F07 */
export const guaranteeMachine = machine({
  initial: 'NONE',
  states: {
    NONE: { fr: 'inconnue', en: 'not registered' },
    AVAILABLE: { fr: 'disponible', en: 'available' },
    RESERVED: { fr: 'affectée', en: 'reserved' },
    RELEASED: { fr: 'libérée', en: 'released' },
    CLAIMED: { fr: 'mise en jeu', en: 'claimed' },
    CANCELLED: { fr: 'annulée', en: 'cancelled' },
  },
  transitions: [
    {
      from: ['NONE'],
      on: 'GuaranteeRequest',
      when: { field: 'operation', is: ['REGISTER'] },
      to: 'AVAILABLE',
    },
    {
      from: ['AVAILABLE', 'RESERVED', 'RELEASED', 'CLAIMED'],
      on: 'GuaranteeRequest',
      when: { field: 'operation', is: ['QUERY'] },
      to: 'same',
    },
    {
      from: ['AVAILABLE'],
      on: 'GuaranteeRequest',
      when: { field: 'operation', is: ['RESERVE'] },
      to: 'RESERVED',
    },
    {
      from: ['RESERVED'],
      on: 'GuaranteeRequest',
      when: { field: 'operation', is: ['RELEASE'] },
      to: 'RELEASED',
    },
    {
      from: ['RESERVED'],
      on: 'GuaranteeRequest',
      when: { field: 'operation', is: ['CLAIM'] },
      to: 'CLAIMED',
    },
    {
      from: ['AVAILABLE'],
      on: 'GuaranteeRequest',
      when: { field: 'operation', is: ['CANCEL'] },
      to: 'CANCELLED',
    },
  ],
});

/** The machines of the seats other than the office of departure, by the office role of reference data. */
export const seatMachines = { TRA: passageMachine, DES: destinationMachine, GUA: guaranteeMachine } as const;
