import { earlyMessages } from '../../profile/order.ts';
import type { ExchangeRecord } from '../evidence/exchange.ts';
import { type MachineName, machineNames, machines, type Way, waysOf, wayTaken } from './machines.ts';
import { type Fact, factsOf, type MovementFacts, MovementRecords } from './movement-records.ts';

/** What of the machines was seen to happen. */
export interface StateCoverage {
  readonly states: readonly {
    readonly machine: MachineName;
    readonly state: string;
    readonly visited: boolean;
  }[];
  readonly ways: readonly (Way & { readonly visited: boolean })[];
}

/** Visited and total, of states or of transitions. */
export interface Share {
  readonly visited: number;
  readonly total: number;
}

/** How many of these were visited. */
export const shareOf = (entries: readonly { readonly visited: boolean }[]): Share => ({
  visited: entries.filter(({ visited }) => visited).length,
  total: entries.length,
});

/**
 * Which states and transitions of every seat's machine a run went through, by what was recorded: submissions that were accepted,
 * messages that were delivered, findings that the hub pointed out. What was only meant to happen does not count.
 */
export class StateCoverageReader {
  readonly #records = new MovementRecords();

  add(record: ExchangeRecord): void {
    this.#records.add(record);
  }

  result(): StateCoverage {
    const seen = new Seen();
    for (const movement of this.#records.movements()) {
      foldHub(movement, seen);
      for (const desk of movement.desks) foldDesk(movement, desk, seen);
    }
    for (const requests of this.#records.guarantees()) foldGuarantee(requests, seen);
    return seen.result();
  }
}

/** Coverage of records at hand. */
export function stateCoverage(records: Iterable<ExchangeRecord>): StateCoverage {
  const reader = new StateCoverageReader();
  for (const record of records) reader.add(record);
  return reader.result();
}

class Seen {
  readonly #states = new Set<string>();
  readonly #ways = new Set<string>();

  /** @returns the state after; undefined when the machine does not admit it */
  take(
    machine: MachineName,
    state: string,
    on: string,
    payload: Readonly<Record<string, unknown>>,
    facts: readonly string[] = [],
  ): string | undefined {
    const way = wayTaken(machine, state, on, payload, facts);
    if (!way) return undefined;
    this.#states.add(`${machine} ${state}`).add(`${machine} ${way.to}`);
    this.#ways.add(`${machine} ${state} ${way.row}`);
    return way.to;
  }

  result(): StateCoverage {
    return {
      states: machineNames.flatMap((machine) =>
        Object.keys(machines[machine].states).map((state) => ({
          ...{ machine, state },
          visited: this.#states.has(`${machine} ${state}`),
        })),
      ),
      ways: machineNames.flatMap(waysOf).map((way) => ({
        ...way,
        visited: this.#ways.has(`${way.machine} ${way.from} ${way.row}`),
      })),
    };
  }
}

/** Messages take effect when their turn has come: those that came early, or over a gap, are tried again after each other. */
function foldHub({ timeline, refused, refusedVersions }: MovementFacts, seen: Seen): void {
  let state = 'NONE';
  let version = 0;
  const waiting: Fact[] = [];
  const takeNext = (): boolean => {
    for (const [at, fact] of waiting.entries()) {
      const to = hasTurn(fact, version, refusedVersions)
        ? seen.take('HUB', state, fact.name, fact.payload)
        : undefined;
      if (to === undefined) continue;
      waiting.splice(at, 1);
      state = to;
      version = Math.max(version, fact.version ?? 0);
      return true;
    }
    return false;
  };
  for (const fact of timeline) {
    if (fact.kind === 'delivered' || refused.has(fact.messageId)) continue;
    waiting.push(fact);
    while (takeNext());
  }
}

function hasTurn({ version }: Fact, reached: number, refused: ReadonlySet<number>): boolean {
  if (version === undefined) return true;
  for (let number = reached + 1; number < version; number += 1) if (!refused.has(number)) return false;
  return true;
}

/** An office knows what its country was told, what its country said itself, and what it reported. */
function foldDesk(
  { timeline, refused }: MovementFacts,
  desk: MovementFacts['desks'][number],
  seen: Seen,
): void {
  const { machine, office, country } = desk;
  let state = 'NONE';
  let released = false;
  for (const fact of timeline) {
    const isRefused = refused.has(fact.messageId);
    released ||= fact.name === 'DepartureRelease' && !isRefused;
    // What came early was in the book of its office until the hub, much later, refused it.
    const waited = !released && earlyMessages.includes(fact.name);
    if ((isRefused && !waited) || !reaches(fact, machine, office, country)) continue;
    state = seen.take(machine, state, fact.name, fact.payload, factsOf(fact, office)) ?? state;
  }
}

const OWN: Readonly<Record<string, readonly string[]>> = {
  TRA: ['BorderPassage'],
  DES: ['ArrivalNotice', 'ControlResult'],
};

function reaches(
  { kind, name, country, payload }: Fact,
  machine: string,
  office: string,
  own: string,
): boolean {
  if (country !== own) return false;
  if (OWN[machine]?.includes(name)) return kind === 'submitted' && payload['office'] === office;
  return name !== 'BorderPassage' && name !== 'ArrivalNotice' && name !== 'ControlResult';
}

function foldGuarantee(requests: readonly Readonly<Record<string, unknown>>[], seen: Seen): void {
  let state = 'NONE';
  for (const payload of requests) state = seen.take('GUA', state, 'GuaranteeRequest', payload) ?? state;
}
