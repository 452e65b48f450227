/**
 * What a check says about one thing it looked at, in French, for officers. A check returns one observation for each
 * thing judged, good or bad, and never an empty list: what was not looked at was not judged.
 */
export interface Observation {
  readonly ok: boolean;
  readonly expected: string;
  readonly observed: string;
  /** Requirement judged, when the check knows it; else those of the scenario. */
  readonly requirement?: string;
  /** JSON Pointer into the message at fault. */
  readonly pointer?: string;
  /** `messageId` of the message concerned. */
  readonly message?: string;
}

/** Where an observation stands: requirement, message, pointer; each may be left out. */
export type Place = Pick<Observation, 'requirement' | 'message' | 'pointer'>;

/** An observation from a condition. `observed` is what was really seen, also when all is well. */
export const observe = (ok: boolean, expected: string, observed: string, place: Place = {}): Observation => ({
  ok,
  expected,
  observed,
  ...place,
});

/**
 * An observation that two values are equal.
 * @param word how they are shown; default: as they are
 */
export const observeEqual = (
  what: string,
  expected: unknown,
  observed: unknown,
  place: Place = {},
  word: (value: unknown) => string = show,
): Observation =>
  observe(sameJson(expected, observed), `${what} : ${word(expected)}`, `${what} : ${word(observed)}`, place);

/** A value as an officer reads it: text as it is, nothing as « rien », the rest as JSON. */
export function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'rien';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? 'aucun' : value.map(show).join(', ');
  return JSON.stringify(value);
}

/** Equal as JSON: order of members does not count, order in lists does. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(fieldOf(a, key), fieldOf(b, key)));
}

/** Names of the members that one has otherwise than the other, or alone, in alphabetical order. */
export const changedMembers = (before: object, after: object): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !sameJson(fieldOf(before, name), fieldOf(after, name)))
    .sort();

const fieldOf = (value: object, key: string): unknown => (value as Record<string, unknown>)[key];
