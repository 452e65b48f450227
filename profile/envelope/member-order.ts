/** A member of an object, and what JSON writes before its value: `{"a":` or `,"b":`; null when UTF-8 cannot hold it. */
export interface Member {
  readonly name: string;
  readonly lead: string | null;
}

/** Names in the order of an object, one step each; `members` where an object ended. */
interface Step {
  readonly next: Map<string, Step>;
  members?: readonly Member[];
}

/** Enough for every object of the profile in the order of every sender; what comes after is sorted each time. */
const MAX_STEPS = 20_000;
const MAX_NAME_LENGTH = 64;

const start: Step = { next: new Map() };
let steps = 0;

/**
 * The own members of an object, by name in order of UTF-16 code units. The objects of one sender have the same members
 * in the same order each time: each order is sorted once and then found again, which is several times faster.
 */
export function membersInOrder(object: object): readonly Member[] {
  const names = Object.keys(object);
  let step = start;
  for (const name of names) {
    let next = step.next.get(name);
    if (!next) {
      if (steps >= MAX_STEPS || name.length > MAX_NAME_LENGTH) return sorted(names);
      next = { next: new Map() };
      step.next.set(name, next);
      steps += 1;
    }
    step = next;
  }
  step.members ??= sorted(names);
  return step.members;
}

const sorted = (names: string[]): Member[] =>
  names.sort().map((name, index) => ({ name, lead: leadOf(name, index) }));

const leadOf = (name: string, index: number): string | null =>
  name.isWellFormed() ? `${index === 0 ? '{' : ','}${JSON.stringify(name)}:` : null;
