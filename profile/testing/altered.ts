/** JSON that may be wrong on purpose. */
export type Wire = Record<string, unknown>;

/**
 * A copy of a message with values at some JSON Pointers replaced, or removed where the value is undefined. For tests
 * only; the last step of a pointer may be new.
 */
export function altered(message: object, changes: Readonly<Record<string, unknown>>): Wire {
  const copy = structuredClone(message) as Wire;
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer
      .slice(1)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = path.pop() ?? '';
    const parent = path.reduce<Wire>((part, key) => part[key] as Wire, copy);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return copy;
}
