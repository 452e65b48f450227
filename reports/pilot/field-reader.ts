import { instantOf } from '../../profile/clock.ts';
import type { Column, Row } from './cells.ts';
import { isCode, quoteCell } from './code.ts';
import { type FieldName, fieldOf, type PayloadField } from './payload-fields.ts';
import type { Tokens } from './tokens.ts';

/** What reading a field needs beside its column. */
export interface FieldContext {
  readonly countries: readonly string[];
  /** Country of an office whose code does not begin with it. */
  readonly offices: Readonly<Record<string, string>>;
  /** Undefined: identifiers stay as they are. */
  readonly tokens: Tokens | undefined;
}

const ROAD = '>';
const SEALS = ',';
const LONGEST_CODE = 64;
const TRUE = new Set(['true', '1', 'oui', 'yes', 'vrai', 'o', 'y']);
const FALSE = new Set(['false', '0', 'non', 'no', 'faux', 'n']);

/** What a cell says of one field, as the payload of the profile holds it; undefined where it says nothing. */
export function fieldFrom(name: FieldName, column: Column, row: Row, context: FieldContext): unknown {
  const field: PayloadField = fieldOf(name);
  if (field.kind === 'itinerary') return roadIn(column, row, context);
  if (field.kind === 'seals') return sealsIn(column, row);
  if (field.kind === 'instant') {
    const at = column.instant(row);
    return at === undefined ? undefined : instantOf(at);
  }
  if (field.kind === 'mass' || field.kind === 'found-mass') return massIn(column, row);
  if (field.kind === 'integer') return wholeIn(column, row);
  const text = column.text(row);
  if (text === '') return undefined;
  if (field.kind === 'identifier') return context.tokens?.of(text) ?? text;
  if (field.kind === 'boolean') return truthIn(text, column);
  return codeIn(text, field, column, context);
}

/** A code, or a text that says nothing of somebody; another one is replaced where names are. */
function codeIn(text: string, { codes }: PayloadField, column: Column, { tokens }: FieldContext): string {
  if (text.length > LONGEST_CODE)
    throw column.fault(`${text.length} characters`, `Expected at most ${LONGEST_CODE}.`);
  if (codes && !codes.includes(text))
    throw column.fault(
      quoteCell(text),
      `Say in the mapping, under values, which it is: ${codes.join(', ')}.`,
    );
  return isCode(text) ? text : (tokens?.of(text) ?? text);
}

function sealsIn(column: Column, row: Row): string[] | undefined {
  const numbers = column.list(row, SEALS);
  if (numbers.length > 99)
    throw column.fault(`${numbers.length} seals`, 'Expected at most 99; see the separator.');
  const long = numbers.find(({ length }) => length > LONGEST_CODE);
  if (long !== undefined)
    throw column.fault(quoteCell(long), 'Expected numbers of seals; see the separator.');
  return numbers.length === 0 ? undefined : numbers;
}

/** @source profile, massKg: three decimals at most, which a conversion may leave by a hair */
function massIn(column: Column, row: Row): number | undefined {
  const mass = column.number(row);
  return mass === undefined ? undefined : Math.round(mass * 1e3) / 1e3;
}

function wholeIn(column: Column, row: Row): number | undefined {
  const value = column.number(row);
  if (value === undefined || Number.isSafeInteger(value)) return value;
  throw column.fault(String(value), 'Expected a whole number.');
}

function truthIn(text: string, column: Column): boolean {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  throw column.fault(quoteCell(text), 'Say in the mapping, under values, which it is: true, false.');
}

/** A road as a row of offices, or of countries, from departure to destination. */
function roadIn(column: Column, row: Row, { countries, offices }: FieldContext): object[] | undefined {
  const stops = column.list(row, ROAD);
  if (stops.length === 0) return undefined;
  if (stops.length < 2 || stops.length > 20)
    throw column.fault(
      `a road of ${stops.length}`,
      'Expected 2 to 20 offices or countries; see the separator.',
    );
  const places = stops.map((stop) => {
    if (countries.includes(stop)) return { country: stop };
    const country = Object.hasOwn(offices, stop) ? offices[stop] : stop.slice(0, 2);
    if (country !== undefined && countries.includes(country) && stop.length <= LONGEST_CODE)
      return { office: stop, country };
    throw column.fault(
      quoteCell(stop),
      'No country of the pilot: give the country of this office under offices in the mapping, or see the separator.',
    );
  });
  return places.map((place, at) => ({ sequence: at + 1, ...place, ...roleOf(places, at) }));
}

/** Which side of a border an office stands on follows from its neighbours; a country alone has no office that could be passed. */
function roleOf(places: readonly { office?: string; country: string }[], at: number): object {
  const place = places[at];
  if (place?.office === undefined) return {};
  if (at === 0) return { role: 'DEPARTURE' };
  if (at === places.length - 1) return { role: 'DESTINATION' };
  if (places[at + 1]?.country !== place.country) return { role: 'EXIT' };
  return places[at - 1]?.country === place.country ? {} : { role: 'ENTRY' };
}
