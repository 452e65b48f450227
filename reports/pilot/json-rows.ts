import type { Row } from './cells.ts';
import { LONGEST_ROW_BYTES } from './csv-rows.ts';
import { decodedText } from './decoded-text.ts';
import { RowFault, rowRefused } from './pilot-error.ts';

/** An object of an export, and the line on which it begins, from 1; `fault` where it is none. */
export interface JsonRow {
  readonly line: number;
  readonly row: Row;
  readonly fault?: RowFault;
}

const LONGEST_MIB = LONGEST_ROW_BYTES / 1024 / 1024;
const TORN = 'The file is cut or damaged there: export it again.';

/** Lines of JSON, one object each; memory stays bounded by the longest. */
export async function* lineRows(path: string, file: string, encoding: string): AsyncGenerator<JsonRow> {
  let line = 0;
  let rest = '';
  for await (const text of decodedText(path, file, encoding)) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      line += 1;
      if (piece.trim() !== '') yield rowOf(line, piece);
    }
    insistOnShort(rest.length, file, line + 1);
  }
  if (rest.trim() !== '') yield rowOf(line + 1, rest);
}

/** The objects of a JSON list; memory stays bounded by the longest. */
export async function* listRows(path: string, file: string, encoding: string): AsyncGenerator<JsonRow> {
  const splitter = new Splitter(file);
  for await (const text of decodedText(path, file, encoding)) yield* splitter.take(text);
  splitter.end();
}

function rowOf(line: number, text: string): JsonRow {
  try {
    const row: unknown = JSON.parse(text);
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return { line, row };
  } catch {
    // Told below, as any other text that is no object.
  }
  return { line, row: undefined, fault: new RowFault('', 'found what is no JSON object', TORN) };
}

function insistOnShort(characters: number, file: string, line: number): void {
  if (characters <= LONGEST_ROW_BYTES) return;
  throw rowRefused(file, line, new RowFault('', `found an object of more than ${LONGEST_MIB} MiB`, TORN));
}

/** Cuts a list at its objects. What stands between two of them (commas, white space) is not looked at. */
class Splitter {
  readonly #file: string;
  #line = 1;
  #depth = 0;
  #begun = 1;
  #quoted = false;
  #opened = false;
  /** The beginning of an object that goes on in the next block; and backslashes at the end of one. */
  #piece = '';
  #held = '';

  constructor(file: string) {
    this.#file = file;
  }

  /** The objects that end in this block. */
  take(block: string): JsonRow[] {
    const whole = this.#held + block;
    const text = whole.replace(/\\+$/, '');
    this.#held = whole.slice(text.length);
    const rows: JsonRow[] = [];
    let start = 0;
    for (const { 0: sign, index } of text.matchAll(/\\[\s\S]|["{}[\]\n]/g)) {
      const before = this.#depth;
      this.#step(sign);
      if (before === 0 && this.#depth === 1) start = index;
      if (before !== 1 || this.#depth !== 0) continue;
      rows.push(rowOf(this.#begun, this.#piece + text.slice(start, index + 1)));
      this.#piece = '';
      start = index + 1;
    }
    if (this.#depth > 0) this.#piece += text.slice(start);
    insistOnShort(this.#piece.length, this.#file, this.#begun);
    return rows;
  }

  /** A PilotError when the file ends within an object. */
  end(): void {
    if (this.#depth > 0)
      throw rowRefused(this.#file, this.#begun, new RowFault('', 'found an object without end', TORN));
  }

  #step(sign: string): void {
    if (sign === '\n') this.#line += 1;
    else if (sign === '"') this.#quoted = this.#depth > 0 && !this.#quoted;
    else if (this.#quoted || sign.startsWith('\\')) return;
    else if (sign === '{' || sign === '[') this.#open(sign);
    else if (this.#depth > 0) this.#depth -= 1;
  }

  #open(sign: string): void {
    if (this.#depth > 0) this.#depth += 1;
    else if (sign === '[' && !this.#opened) this.#opened = true;
    else if (sign === '{' && this.#opened) {
      this.#depth = 1;
      this.#begun = this.#line;
    } else {
      const hint = 'Export a list of objects, or one object a line with format: ndjson.';
      throw rowRefused(this.#file, this.#line, new RowFault('', 'found no list of objects', hint));
    }
  }
}
