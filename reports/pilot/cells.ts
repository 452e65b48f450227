import { quoteCell } from './code.ts';
import type { ExportRule, Source } from './columns.ts';
import { type InstantForm, instantForm, zoneMinutes } from './instants.ts';
import { RowFault } from './pilot-error.ts';

/** One row as its file gives it: the cells of a line, or a JSON object. */
export type Row = unknown;

/** How a row of one file is asked for a column; `label` is what the file calls it. */
export interface BoundColumn {
  readonly label: string;
  readonly get: (row: Row) => unknown;
}

/** Finds a column in a file; a PilotError when it has none of that name. */
export type Bind = (column: string | number) => BoundColumn;

/** Where a value stood, so that it can be refused there. */
export interface Place {
  readonly label: string;
  /** What is thrown; `found` and `hint` as a person reads them. */
  readonly fault: (found: string, hint: string) => RowFault;
}

/** No cell but one with JSON is longer. @source assumption */
const LONGEST_TEXT = 4_096;
const NULL_WORDS = new Set(['null', 'NULL', '\\N']);
const SPREADSHEET_TEXT = /^="([^"]*)"$/;
const SPREADSHEET_FAULT = /^#(?:REF!|VALUE!|N\/A|NAME\?|DIV\/0!|NUM!|NULL!|#+)$/;

/** One column of an export, as a reader of rows: what cannot be read is a RowFault. */
export class Column implements Place {
  readonly #bound: BoundColumn;
  readonly #values: Readonly<Record<string, string>> | undefined;
  readonly #rule: Exclude<Source, { value: string }> | undefined;
  readonly #format: string;
  readonly #form: InstantForm | undefined;
  readonly #decimal: ',' | '.';
  /** What stands there names somebody: it is never quoted. */
  readonly #silent: boolean;

  constructor(source: Source, bind: Bind, rule: ExportRule, { silent = false } = {}) {
    const own = 'value' in source ? undefined : source;
    const zone = own?.timeZone ?? rule.timeZone;
    this.#format = own?.format ?? rule.timeFormat;
    this.#form = instantForm(this.#format, zone === undefined ? undefined : zoneMinutes(zone));
    this.#decimal = own?.decimal ?? rule.decimal;
    this.#silent = silent;
    if ('value' in source) {
      this.#bound = { label: '', get: () => source.value };
      return;
    }
    this.#bound = bind(source.column);
    this.#rule = source;
    this.#values = source.values;
  }

  get label(): string {
    return this.#bound.label;
  }

  /** A refusal of what stands there. */
  fault(found: string, hint: string): RowFault {
    return new RowFault(
      this.label,
      this.#silent ? 'found what cannot be read there' : `found ${found}`,
      hint,
    );
  }

  /** The text, after the table of values; empty where the cell is. */
  text(row: Row): string {
    const raw = this.#bound.get(row);
    if (typeof raw === 'object' && raw !== null)
      throw this.fault('a list or an object', 'Name the member within it: /NAME/MEMBER.');
    return this.#word(raw === null || raw === undefined ? '' : String(raw));
  }

  /** The parts of a list, each after the table of values; empty where the cell is. */
  list(row: Row, fallback: string): string[] {
    const raw = this.#bound.get(row);
    const separator = this.#rule?.separator ?? fallback;
    const parts = Array.isArray(raw) ? raw.map(String) : String(raw ?? '').split(separator);
    return parts.map((part) => this.#word(part)).filter((part) => part !== '');
  }

  /** JSON in the cell, or what a JSON export has there; undefined where the cell is empty. */
  json(row: Row): unknown {
    const raw = this.#bound.get(row);
    if (typeof raw === 'object') return raw ?? undefined;
    const text = String(raw ?? '').trim();
    if (text === '' || NULL_WORDS.has(text)) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      throw new RowFault(
        this.label,
        `found ${text.length} characters that are no JSON`,
        'Export the message as one JSON object, quotes doubled as CSV asks; or map its fields one by one.',
      );
    }
  }

  /** Milliseconds since the epoch; undefined where the cell is empty. */
  instant(row: Row): number | undefined {
    const text = this.text(row);
    if (text === '') return undefined;
    const at = this.#form?.read(text);
    if (at === null)
      throw this.fault(`${quoteCell(text)} without a zone`, 'Give the column a timeZone in the mapping.');
    if (at !== undefined) return at;
    throw this.fault(
      quoteCell(text),
      `Expected a date of the form ${this.#format}; correct it, or the format in the mapping.`,
    );
  }

  /** A number; undefined where the cell is empty. */
  number(row: Row): number | undefined {
    const text = this.text(row);
    if (text === '') return undefined;
    const value = readNumber(text, this.#decimal);
    if (value === undefined)
      throw this.fault(
        quoteCell(text),
        `Expected a number with "${this.#decimal}" before its decimals, 0 or more.`,
      );
    return this.#rule?.unit === 't' ? Math.round(value * 1e6) / 1e3 : value;
  }

  #word(written: string): string {
    // Some systems take accents apart; tables of values are typed composed.
    const raw = written.normalize('NFC');
    const text = SPREADSHEET_TEXT.exec(raw.trim())?.[1]?.trim() ?? raw.trim();
    const values = this.#values;
    if (values && Object.hasOwn(values, text)) return values[text] ?? '';
    if (NULL_WORDS.has(text)) return '';
    if (text.length > LONGEST_TEXT)
      throw this.fault(`${text.length} characters`, `Expected at most ${LONGEST_TEXT}.`);
    if (/^[=@]/.test(text))
      throw this.fault(`the formula ${quoteCell(text)}`, 'Export the values, not the formulas.');
    if (SPREADSHEET_FAULT.test(text))
      throw this.fault(
        `${quoteCell(text)}, a fault of a spreadsheet`,
        'Export from the database, or mend the cell.',
      );
    if (/[\p{Cc}\p{Cs}]/u.test(text))
      throw this.fault(
        'a control character',
        'Export the text without control characters, in the encoding that the mapping names.',
      );
    return text;
  }
}

const NUMBERS = {
  ',': /^(?:\d{1,15}|[1-9]\d{0,2}(?:\.\d{3}){1,4})(?:,\d{1,9})?$/,
  '.': /^(?:\d{1,15}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,9})?$/,
};

/**
 * A number as people write it: spaces, or the other sign, between groups of three digits.
 * @returns undefined for anything else
 */
export function readNumber(text: string, decimal: ',' | '.'): number | undefined {
  const plain = text.replace(/[\s'’]/gu, '');
  if (!NUMBERS[decimal].test(plain)) return undefined;
  return Number(plain.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.'));
}
