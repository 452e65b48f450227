import { instantOf } from '../../profile/clock.ts';
import type { ExchangeRecord } from '../evidence/exchange.ts';
import { recordOf } from '../evidence/observed-exchange.ts';
import { type Bind, Column, type Row } from './cells.ts';
import type { ExportRule } from './columns.ts';
import { type Compared, contentDigest } from './content.ts';
import { type Columns, EnvelopeReader, type Members, needed } from './envelope-reader.ts';
import { type FieldContext, fieldFrom } from './field-reader.ts';
import { putField } from './field-values.ts';
import { hideIdentifiers } from './hide-identifiers.ts';
import { type FieldName, fieldOf } from './payload-fields.ts';
import { RowFault } from './pilot-error.ts';
import { countOf, IGNORED, kindOf, seatOf, statusOf } from './row-reader.ts';

/** What all rows of a pilot share. */
export interface PilotContext extends FieldContext {
  readonly stack: string;
  readonly compared: Compared;
}

/** Turns the rows of one file into records of evidence, by the columns that the mapping names. */
export class RecordComposer {
  readonly #columns: Columns;
  readonly #fields: readonly (readonly [FieldName, Column])[];
  readonly #context: PilotContext;
  readonly #envelopes: EnvelopeReader;
  readonly #exported: { readonly from?: string; readonly until?: string };

  /** @param bind finds a column in the file; throws a PilotError for one that is not there */
  constructor(rule: ExportRule, bind: Bind, context: PilotContext) {
    this.#context = context;
    this.#columns = Object.fromEntries(
      Object.entries(rule.columns).flatMap(([key, source]) =>
        source === undefined ? [] : [[key, new Column(source, bind, rule)] as const],
      ),
    );
    this.#fields = Object.entries(rule.fields ?? {}).flatMap(([key, source]) => {
      if (source === undefined) return [];
      const name = key as FieldName;
      const silent = fieldOf(name).kind === 'identifier' && context.tokens !== undefined;
      return [[name, new Column(source, bind, rule, { silent })] as const];
    });
    this.#envelopes = new EnvelopeReader(this.#columns, context);
    const { from, until } = rule.covers ?? {};
    this.#exported = {
      ...(from !== undefined && { from: instantOf(Date.parse(from)) }),
      ...(until !== undefined && { until: instantOf(Date.parse(until)) }),
    };
  }

  /**
   * The record of a row; undefined for one that the mapping leaves out.
   * @throws RowFault for what cannot be read
   */
  record(row: Row): ExchangeRecord | undefined {
    const kindColumn = needed(this.#columns, 'kind');
    const kind = kindOf(kindColumn.text(row), kindColumn);
    if (kind === IGNORED) return undefined;
    const message = this.#object('message', row) ?? {};
    const wireCode = this.#envelopes.wireCode(row, message);
    if (wireCode === IGNORED) return undefined;
    const inMessage = Object.hasOwn(message, 'payload') ? message['payload'] : undefined;
    const said = this.#object('payload', row) ?? (isMembers(inMessage) ? inMessage : {});
    const reference = this.#envelopes.reference(row, said, wireCode);
    const payload = this.#payload(said, row, wireCode, reference);
    const envelope = this.#envelopes.envelope(row, message, wireCode);
    const record = recordOf(
      {
        ...this.#ends(kind, envelope.sender, row),
        ...this.#answer(row),
        kind,
        at: this.#at(row),
        body: JSON.stringify({ ...envelope, payload }),
      },
      { conversation: reference || undefined, scenario: null },
    );
    const bodyDigest = contentDigest(wireCode, reference, payload, this.#context.compared);
    return { ...record, bodyDigest, exported: this.#exported };
  }

  #at(row: Row): number {
    const column = needed(this.#columns, 'at');
    const at = column.instant(row);
    if (at !== undefined) return at;
    throw column.fault('nothing', 'Each row needs the moment of the exchange.');
  }

  #payload(said: Members, row: Row, wireCode: string, reference: string): Members {
    const { tokens } = this.#context;
    const payload = tokens ? (hideIdentifiers(said, tokens) as Members) : { ...said };
    if (reference !== '') payload['transitReference'] = reference;
    for (const [name, column] of this.#fields) {
      if (fieldOf(name).at[wireCode] === undefined) continue;
      const value = fieldFrom(name, column, row, this.#context);
      if (value !== undefined) putField(payload, name, wireCode, value);
    }
    return withoutEmptyCheck(payload);
  }

  #object(key: 'message' | 'payload', row: Row): Members | undefined {
    const column = this.#columns[key];
    const value = column?.json(row);
    if (value === undefined || isMembers(value)) return value;
    const hint = 'Export the message as one JSON object.';
    throw new RowFault(column?.label ?? '', 'found JSON that is no object', hint);
  }

  #ends(kind: 'submit' | 'deliver', sender: string, row: Row) {
    const line = { method: 'POST', path: '/v0/messages', stack: this.#context.stack };
    if (kind === 'submit') return { ...line, from: sender, to: 'hub', headers: {} };
    const receiver = needed(this.#columns, 'receiver');
    const { cursor } = this.#columns;
    const position = cursor && countOf(cursor.text(row), cursor);
    const headers: Record<string, string> = position === undefined ? {} : { 'corridor-cursor': position };
    const to = seatOf(receiver.text(row), receiver, this.#context.countries);
    return { ...line, from: 'hub', to, headers };
  }

  #answer(row: Row) {
    const column = needed(this.#columns, 'status');
    const status = statusOf(column.text(row), column);
    return status === 'none' ? { fault: 'timeout' } : { answer: { status, body: '', afterMs: 0 } };
  }
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Seals said to be in order, without their numbers, say nothing that could be compared. */
function withoutEmptyCheck(payload: Members): Members {
  const { seals, ...rest } = payload;
  const inOrder = isMembers(seals) && (seals['state'] === 'intact' || seals['state'] === 'replaced');
  return inOrder && !Array.isArray(seals['numbers']) ? rest : payload;
}
