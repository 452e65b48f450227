import { FieldError, type FrameContent } from '../protocol.ts';

/**
 * How values were spelled in a text frame where that is not how they are written here: `22.560350` for 22.56035. Kept in
 * the field `written`, so that the same bytes come back; a value that was changed since wins over it.
 */
export type Spelling = Record<string, string>;

/** A text value: how to read it (undefined: not at all) and how to write it. */
export interface Form<Value> {
  readonly parse: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
}

/** Reads a value and notes its spelling where it is another than ours. */
export function readSpelled<Value>(
  form: Form<Value>,
  name: string,
  text: string,
  written: Spelling,
): Value | undefined {
  const value = form.parse(text);
  if (value !== undefined && form.format(value) !== text) written[name] = text;
  return value;
}

/** Writes a value, as it was spelled where that still says the same. @throws FieldError */
export function writeSpelled<Value>(
  form: Form<Value>,
  value: Value,
  pointer: string,
  spelled: string | undefined,
): string {
  if (spelled !== undefined && form.parse(spelled) === value) return spelled;
  const text = form.format(value);
  if (form.parse(text) === undefined)
    throw new FieldError(pointer, `${JSON.stringify(value)} cannot be written`);
  return text;
}

/** The spellings kept in the fields of a frame; whatever else stands there is passed over. */
export function spellingOf({ fields }: FrameContent): Spelling {
  const { written } = fields;
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return {};
  const spelling: Spelling = {};
  for (const [name, text] of Object.entries(written)) if (typeof text === 'string') spelling[name] = text;
  return spelling;
}
