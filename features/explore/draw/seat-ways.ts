import type { Movement } from '../../../fixtures/movements/movement.ts';
import {
  destinationMachine,
  guaranteeMachine,
  LEFT_OUT,
  passageMachine,
} from '../../../profile/states/seat-states.ts';
import { stateAfter } from '../../../profile/states/transitions.ts';
import type { Entry } from '../model/views.ts';
import type { Player } from '../player.ts';
import { rowOf, wayKey } from './machines.ts';

type Payload = Readonly<Record<string, unknown>>;

/** The own book of an office about one movement, or of the register about one guarantee. */
interface Desk {
  readonly office: string;
  readonly country: string;
  readonly role: 'passage' | 'destination' | 'register';
  state: string;
}

const machines = { passage: passageMachine, destination: destinationMachine, register: guaranteeMachine };

/**
 * What the offices of passage and of destination and the guarantee register have been seen to do, so that what they have not is
 * tried. A guess ahead of the evidence: what counts is told from the records by `reports/model/state-coverage.ts`.
 */
export class SeatWays {
  readonly #seen = new Set<string>();
  readonly #desks = new WeakMap<Movement, Desk[]>();
  readonly #noted = new WeakSet<Entry>();

  note(player: Player): void {
    for (const movement of player.movements.values())
      for (const entry of player.model.entries.values())
        if (!this.#noted.has(entry) && isTaken(entry, movement)) {
          this.#noted.add(entry);
          this.#take(movement, entry.name, entry.message.sender, entry.message.payload);
        }
  }

  /** Whether a message would make an office do what none has been seen to do. */
  promises(player: Player, number: number, by: string, act: string, payload: Payload): boolean {
    const movement = player.movements.get(number);
    if (!movement) return false;
    return this.#desksOf(movement).some((desk) => {
      if (!concerns(desk, act, by)) return false;
      const row = rowOf(
        machines[desk.role].transitions,
        desk.state as never,
        act,
        payload,
        factsOf(desk, payload),
      );
      return row !== undefined && !this.#seen.has(`${desk.role} ${wayKey(desk.state, row)}`);
    });
  }

  #take(movement: Movement, name: string, by: string, payload: Payload): void {
    for (const desk of this.#desksOf(movement)) {
      if (!concerns(desk, name, by) || (own(name) && payload['office'] !== desk.office)) continue;
      const { transitions } = machines[desk.role];
      const facts = factsOf(desk, payload);
      const row = rowOf(transitions, desk.state as never, name, payload, facts);
      if (row === undefined) continue;
      this.#seen.add(`${desk.role} ${wayKey(desk.state, row)}`);
      desk.state = stateAfter(transitions, desk.state as never, name, payload, facts) ?? desk.state;
    }
  }

  #desksOf(movement: Movement): Desk[] {
    const known = this.#desks.get(movement);
    if (known) return known;
    const desks = movement.notice.itinerary.legs.flatMap(({ office, country, role }): Desk[] => {
      if (role === 'DEPARTURE') return [];
      return [{ office, country, role: role === 'DESTINATION' ? 'destination' : 'passage', state: 'NONE' }];
    });
    desks.push({ office: movement.notice.guarantee.reference, country: '', role: 'register', state: 'NONE' });
    this.#desks.set(movement, desks);
    return desks;
  }
}

const own = (act: string): boolean => ['BorderPassage', 'ArrivalNotice', 'ControlResult'].includes(act);

/** What an office reports itself moves its own book; what others send moves it when it is told. */
const concerns = ({ country, role }: Desk, act: string, by: string): boolean => {
  if (role === 'register' || act === 'GuaranteeRequest')
    return role === 'register' && act === 'GuaranteeRequest';
  if (act === 'BorderPassage') return role === 'passage' && country === by;
  if (act === 'ArrivalNotice' || act === 'ControlResult') return role === 'destination' && country === by;
  return country !== by || act === 'ItineraryChange';
};

function factsOf({ office }: Desk, payload: Payload): string[] {
  const itinerary = payload['itinerary'] as { legs: readonly { office: string }[] } | undefined;
  if (!itinerary) return [];
  return itinerary.legs.some((leg) => leg.office === office) ? [] : [LEFT_OUT];
}

/** In effect, or early: what an office reported stands in its own book at once. */
function isTaken({ outcome, message, name, reasons }: Entry, { reference, notice }: Movement): boolean {
  if (name === 'GuaranteeRequest')
    return reasons?.length === 0 && message.payload['guaranteeReference'] === notice.guarantee.reference;
  const early = outcome.kind === 'waits' && outcome.for === 'notice';
  return (outcome.kind === 'accepted' || early) && message.payload['transitReference'] === reference;
}
