const MAX_POINTER_LENGTH = 300;

/**
 * The JSON Pointer of a path from the root of a message; the empty path is the whole message. A pointer longer
 * than a finding may carry is cut back to the innermost parent that fits.
 * @source RFC 6901
 */
export function pointerOf(path: readonly PropertyKey[]): string {
  let pointer = '';
  for (const key of path) {
    const step = `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (pointer.length + step.length > MAX_POINTER_LENGTH) return pointer;
    pointer += step;
  }
  return pointer;
}

/** The value at a path, or undefined when nothing is there; inherited properties do not count. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
