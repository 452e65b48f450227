import { isDeepStrictEqual } from 'node:util';
import { FieldError, type FrameContent } from './protocol.ts';

/**
 * Refuses content that says two things at once: whatever `given` says beside its reports must be what a reader of the
 * written bytes finds. Without it an edit of an explanation (the name of a data type, a condition) would be lost
 * silently. Explanations may be left out.
 *
 * @param spelling fields that only keep how a value was spelled; the value wins over them
 * @throws FieldError at the first value that is not in the bytes
 */
export function refuseContradiction(
  given: FrameContent,
  found: FrameContent,
  spelling: readonly string[] = [],
): void {
  if (given.kind !== found.kind) throw new FieldError('/kind', `the frame is of kind ${found.kind}`);
  if (given.deviceId !== found.deviceId)
    throw new FieldError('/deviceId', `the frame names ${found.deviceId ?? 'no device'}`);
  if (given.reports.length !== found.reports.length)
    throw new FieldError('/reports', `the frame has room for ${found.reports.length}`);
  for (const [index, condition] of given.conditions.entries())
    compare(`/conditions/${index}`, { ...condition }, { ...found.conditions[index] });
  compare('/fields', given.fields, found.fields, spelling);
}

function compare(
  pointer: string,
  given: { readonly [name: string]: unknown },
  found: { readonly [name: string]: unknown },
  passedOver: readonly string[] = [],
): void {
  for (const name of Object.keys(given)) {
    if (passedOver.includes(name) || isDeepStrictEqual(given[name], found[name])) continue;
    const says = found[name] === undefined ? 'nothing' : JSON.stringify(found[name]);
    throw new FieldError(`${pointer}/${name}`, `the rest of the frame says ${says}`);
  }
}
