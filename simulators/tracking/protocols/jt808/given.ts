import { FieldError, type Json } from '../protocol.ts';

type Fields = { readonly [name: string]: Json };

const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values of `fields` as they are needed to write a frame; each refusal is a FieldError with its JSON Pointer. */
export class Given {
  readonly pointer: string;
  readonly #fields: Fields;

  constructor(fields: Fields, pointer: string) {
    this.#fields = fields;
    this.pointer = pointer;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name);
  }

  /** An integer from 0 to `most`. */
  int(name: string, most: number, otherwise?: number): number {
    const value = this.#value(name, otherwise);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value;
    throw this.#refusal(name, `is not an integer from 0 to ${most}`);
  }

  flag(name: string, otherwise?: boolean): boolean {
    const value = this.#value(name, otherwise);
    if (typeof value === 'boolean') return value;
    throw this.#refusal(name, 'is neither true nor false');
  }

  text(name: string, otherwise?: string): string {
    const value = this.#value(name, otherwise);
    if (typeof value === 'string') return value;
    throw this.#refusal(name, 'is not a text');
  }

  /** Bytes in hexadecimal; `length`: exactly so many. */
  bytes(name: string, length?: number, otherwise?: string): Buffer {
    const hex = this.text(name, otherwise);
    const bytes = Buffer.from(hex, 'hex');
    if (bytes.length * 2 !== hex.length) throw this.#refusal(name, 'is not hexadecimal');
    if (length !== undefined && bytes.length !== length)
      throw this.#refusal(name, `is not of ${length} bytes`);
    return bytes;
  }

  object(name: string): Given {
    const value = this.#value(name, undefined);
    if (isFields(value)) return new Given(value, `${this.pointer}/${name}`);
    throw this.#refusal(name, 'is not an object');
  }

  /** Objects of a list; a missing list is empty. */
  list(name: string): readonly Given[] {
    const value = this.#value(name, []);
    if (!Array.isArray(value)) throw this.#refusal(name, 'is not a list');
    return value.map((item: Json, index) => {
      if (isFields(item)) return new Given(item, `${this.pointer}/${name}/${index}`);
      throw this.#refusal(`${name}/${index}`, 'is not an object');
    });
  }

  #value(name: string, otherwise: Json | undefined): Json {
    const value = this.has(name) ? this.#fields[name] : undefined;
    if (value !== undefined && value !== null) return value;
    if (otherwise !== undefined) return otherwise;
    throw this.#refusal(name, 'is missing');
  }

  #refusal(name: string, reason: string): FieldError {
    return new FieldError(`${this.pointer}/${name}`, reason);
  }
}

/** Reads `fields` at a JSON Pointer. */
export const given = (fields: Fields, pointer: string): Given => new Given(fields, pointer);
