import { instantOf } from '../../profile/clock.ts';
import type { Column, Place, Row } from './cells.ts';
import { isCode } from './code.ts';
import type { ExportRule } from './columns.ts';
import type { FieldContext } from './field-reader.ts';
import { RowFault } from './pilot-error.ts';
import {
  countOf,
  insistOnReference,
  nameOf,
  referenceOf,
  seatOf,
  typeOf,
  usualRecipient,
} from './row-reader.ts';

/** Name of a column of an exchange record. */
export type ColumnKey = keyof ExportRule['columns'];
/** The columns that a mapping names, bound to a file. */
export type Columns = Readonly<Partial<Record<ColumnKey, Column>>>;
/** Members of a JSON object of any shape. */
export type Members = Record<string, unknown>;

/** What the envelope of a message says, as far as an export gives it. */
export interface Envelope {
  readonly messageId: string;
  readonly messageType: string;
  readonly sender: string;
  readonly [member: string]: unknown;
}

/** Addressed to several. */
const GROUPS = ['route', 'all', 'territory'];

/** The column of that name, or a RowFault: the row cannot be read without it. */
export function needed(columns: Columns, key: ColumnKey): Column {
  const column = columns[key];
  if (column) return column;
  throw new RowFault('', `found no column for ${key}`, `Give ${key} under columns in the mapping.`);
}

/** Reads what an envelope says: from a column of its own, else from the message itself where the export has it whole. */
export class EnvelopeReader {
  readonly #columns: Columns;
  readonly #countries: readonly string[];
  readonly #tokens: FieldContext['tokens'];

  constructor(columns: Columns, { countries, tokens }: Pick<FieldContext, 'countries' | 'tokens'>) {
    this.#columns = columns;
    this.#countries = countries;
    this.#tokens = tokens;
  }

  /** Wire code, or `ignore`. */
  wireCode(row: Row, message: Members): string {
    const { text, place } = this.#word('messageType', row, message);
    return typeOf(text, place);
  }

  /** The transit reference as movements are named by; empty where the message is about none. */
  reference(row: Row, payload: Members, wireCode: string): string {
    const { transitReference: own, departure } = this.#columns;
    const place = own ?? this.#body('transitReference');
    const text = own ? own.text(row) : wordIn(payload, 'transitReference', place);
    if (text === '') {
      insistOnReference(wireCode, text, own);
      return '';
    }
    const country = departure && seatOf(departure.text(row), departure, this.#countries);
    return referenceOf(text, place, country, this.#countries);
  }

  envelope(row: Row, message: Members, wireCode: string): Envelope {
    const id = this.#word('messageId', row, message);
    const messageId = this.#name(id.text, id.place);
    if (messageId === '') throw id.place.fault('nothing', 'Each row needs the identifier of its message.');
    const from = this.#word('sender', row, message);
    const envelope: Record<string, unknown> & Envelope = {
      messageId,
      messageType: wireCode,
      sender: seatOf(from.text, from.place, this.#countries),
    };
    const recipient = this.#recipient(row, message, wireCode);
    const preparedAt = this.#preparedAt(row, message);
    const correlationId = this.#word('correlationId', row, message);
    if (recipient) envelope['recipient'] = recipient;
    if (preparedAt) envelope['preparedAt'] = preparedAt;
    if (correlationId.text) envelope['correlationId'] = this.#name(correlationId.text, correlationId.place);
    for (const key of ['movementVersion', 'originSeq'] as const) {
      const { text, place } = this.#word(key, row, message);
      const count = countOf(text, place);
      if (count !== undefined) envelope[key] = Number(count);
    }
    return envelope;
  }

  /** An identifier; what is no code, and may be a name in the wrong column, is replaced where names are. */
  #name(text: string, place: Place): string {
    const name = nameOf(text, place);
    return name === '' || isCode(name) ? name : (this.#tokens?.of(name) ?? name);
  }

  #recipient(row: Row, message: Members, wireCode: string): string | undefined {
    const { text, place } = this.#word('recipient', row, message);
    return text === '' ? usualRecipient(wireCode) : seatOf(text, place, this.#countries, GROUPS);
  }

  #preparedAt(row: Row, message: Members): string | undefined {
    const own = this.#columns.preparedAt?.instant(row);
    if (own !== undefined) return instantOf(own);
    const said = Date.parse(wordIn(message, 'preparedAt', this.#body('preparedAt')));
    return Number.isFinite(said) ? instantOf(said) : undefined;
  }

  #word(
    key: ColumnKey & string,
    row: Row,
    message: Members,
  ): { readonly text: string; readonly place: Place } {
    const own = this.#columns[key];
    const text = own?.text(row) ?? '';
    if (own && (text !== '' || !this.#columns.message)) return { text, place: own };
    const place = this.#body(key);
    return { text: wordIn(message, key, place), place };
  }

  /** Where a member of the message stands. */
  #body(key: string): Place {
    const column = this.#columns.message ?? this.#columns.payload;
    const label = column?.label ?? '';
    return { label, fault: (found, hint) => new RowFault(label, `found ${found} as ${key}`, hint) };
  }
}

const LONGEST_WORD = 256;

/** A text or a number among members; empty where there is none. */
function wordIn(members: Members, name: string, place: Place): string {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value).trim();
  if (text.length > LONGEST_WORD || /[\p{Cc}\p{Cs}]/u.test(text))
    throw place.fault('no plain word', 'Correct the message.');
  return text;
}
