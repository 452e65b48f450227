import { FieldError, type Json } from '../protocol.ts';

type Fields = { readonly [name: string]: Json };

/** Values of `fields` as they are needed to write a frame; each refusal names its JSON Pointer. */
export interface Given {
  readonly pointer: string;
  has(name: string): boolean;
  /** An integer from 0 to `most`. @throws FieldError */
  int(name: string, most: number, otherwise?: number): number;
  flag(name: string, otherwise?: boolean): boolean;
  text(name: string, otherwise?: string): string;
  /** Bytes in hexadecimal; `length`: exactly so many. */
  bytes(name: string, length?: number, otherwise?: string): Buffer;
  object(name: string): Given;
  /** Objects of a list; a missing list is empty. */
  list(name: string): readonly Given[];
}

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `fields` at a JSON Pointer. */
export function given(fields: Fields, pointer: string): Given {
  const fail = (name: string, reason: string): never => {
    throw new FieldError(`${pointer}/${name}`, reason);
  };
  const valueAt = (name: string, otherwise: Json | undefined): Json => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return value ?? otherwise ?? fail(name, 'is missing');
  };
  const text = (name: string, otherwise?: string): string => {
    const value = valueAt(name, otherwise);
    return typeof value === 'string' ? value : fail(name, 'is not a text');
  };
  return {
    pointer,
    has: (name) => Object.hasOwn(fields, name),
    text,
    int(name, most, otherwise) {
      const value = valueAt(name, otherwise);
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value;
      return fail(name, `is not an integer from 0 to ${most}`);
    },
    flag(name, otherwise) {
      const value = valueAt(name, otherwise);
      return typeof value === 'boolean' ? value : fail(name, 'is neither true nor false');
    },
    bytes(name, length, otherwise) {
      const hex = text(name, otherwise);
      if (!/^([0-9a-f]{2})*$/i.test(hex)) fail(name, 'is not hexadecimal');
      if (length !== undefined && hex.length !== length * 2) fail(name, `is not of ${length} bytes`);
      return Buffer.from(hex, 'hex');
    },
    object(name) {
      const value = valueAt(name, undefined);
      return isFields(value) ? given(value, `${pointer}/${name}`) : fail(name, 'is not an object');
    },
    list(name) {
      const value = valueAt(name, []);
      if (!Array.isArray(value)) return fail(name, 'is not a list');
      return value.map((item: Json, index) =>
        isFields(item)
          ? given(item, `${pointer}/${name}/${index}`)
          : fail(`${name}/${index}`, 'is not an object'),
      );
    },
  };
}
