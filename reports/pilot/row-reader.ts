import { allMessages, messageByWireCode } from '../../profile/messages/messages.ts';
import { actingMessages } from '../../profile/states/transitions.ts';
import type { Place } from './cells.ts';
import { quoteCell } from './code.ts';
import { RowFault } from './pilot-error.ts';

/** What a message is, by its wire code, its name, or its name in French, however written. */
const wireCodes = new Map(
  allMessages.flatMap(({ wireCode, name, french }) =>
    [wireCode, name, french].map((word) => [folded(word), wireCode]),
  ),
);

function folded(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

/** A row that the mapping leaves out. */
export const IGNORED = 'ignore';

const KINDS = ['submit', 'deliver', IGNORED] as const;
/** What a row tells: a message sent, a message received, or nothing that counts. */
export type RowKind = (typeof KINDS)[number];

/** `submit`, `deliver` or `ignore`. */
export function kindOf(text: string, place: Place): RowKind {
  const kind = KINDS.find((known) => known === text);
  if (kind) return kind;
  throw place.fault(quoteCell(text), `Say in the mapping, under values, whether it is ${KINDS.join(', ')}.`);
}

/** The wire code of the message, or `ignore`. */
export function typeOf(text: string, place: Place): string {
  const code = text === IGNORED ? IGNORED : wireCodes.get(folded(text));
  if (code) return code;
  throw place.fault(
    quoteCell(text),
    'Say in the mapping, under values, which message it is (AT01, AT02 ...), or ignore.',
  );
}

/** A status of the binding; `none`: there was no answer. */
export function statusOf(text: string, place: Place): number | 'none' {
  if (text === 'none') return text;
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  if (status === 202 || (status >= 400 && status <= 599)) return status;
  throw place.fault(
    text === '' ? 'nothing' : quoteCell(text),
    'Say in the mapping, under values, what it means: 202 accepted, 422 refused, 503 not taken, none for no answer.',
  );
}

/** A country of the pilot, `hub`, or a tracking platform; also `route`, `all`, `territory` where these may stand. */
export function seatOf(
  text: string,
  place: Place,
  countries: readonly string[],
  more: readonly string[] = [],
): string {
  const word = text.toLowerCase() === 'hub' ? 'hub' : text;
  if (word === 'hub' || countries.includes(word) || more.includes(word) || /^TRK-[A-Z]{2}$/.test(word))
    return word;
  throw place.fault(
    text === '' ? 'nothing' : quoteCell(text),
    `Say in the mapping, under values, which seat it is: ${['hub', ...countries, ...more].join(', ')}.`,
  );
}

/** A whole number of up to 15 digits, as text; undefined where the cell is empty. */
export function countOf(text: string, place: Place): string | undefined {
  if (text === '') return undefined;
  if (/^\d{1,15}$/.test(text)) return text;
  throw place.fault(quoteCell(text), 'Expected a whole number.');
}

const LONGEST_NAME = 64;

/** An identifier of a message or a movement; empty where the cell is. */
export function nameOf(text: string, place: Place): string {
  if (text.length > LONGEST_NAME)
    throw place.fault(`${text.length} characters`, `Expected at most ${LONGEST_NAME}.`);
  if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(text))
    throw place.fault(
      quoteCell(text),
      'A spreadsheet made a number of it and cut its digits: export from the database.',
    );
  return text;
}

/**
 * The transit reference, with the country of departure in its third and fourth character: that of the profile has it, another gets
 * it from the column `departure`.
 */
export function referenceOf(
  text: string,
  place: Place,
  departure: string | undefined,
  countries: readonly string[],
): string {
  if (departure !== undefined) return nameOf(`00${departure}-${text}`, place);
  if (countries.includes(text.slice(2, 4))) return nameOf(text, place);
  throw place.fault(
    quoteCell(text),
    'Its third and fourth character are no country of the pilot: give departure, the country of departure, in the mapping, or that country under countries.',
  );
}

/** Refuses a message about a movement that names none. */
export function insistOnReference(wireCode: string, reference: string, place: Place | undefined): void {
  if (reference !== '' || !actingMessages.has(messageByWireCode(wireCode)?.name ?? '')) return;
  throw new RowFault(
    place?.label ?? '',
    `found no transit reference of a message ${wireCode}`,
    'Map transitReference, or leave such rows out with ignore.',
  );
}

/** To whom the profile addresses this message; undefined where that is one seat, which the row alone can say. */
export function usualRecipient(wireCode: string): string | undefined {
  const recipients = messageByWireCode(wireCode)?.recipients;
  return recipients === 'country' || recipients === 'one' ? undefined : recipients;
}
