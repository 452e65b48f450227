import { HarnessError } from './errors.ts';
import type { Direction } from './scenario-movement.ts';

const COUNTRY_CODES: Readonly<Record<string, string>> = {
  Togo: 'TG',
  'Burkina Faso': 'BF',
  Mali: 'ML',
  Niger: 'NE',
};
const SIDES: Readonly<Record<string, Direction>> = { sortie: 'EXIT', entrée: 'ENTRY' };
const ANSWERS: Readonly<Record<string, boolean>> = { oui: true, non: false };

export const COUNTRY_NAMES = Object.keys(COUNTRY_CODES).join('|');

/** `le Mali`, `au Mali`, `Mali` -> `ML`. */
export const countryNamed = (name: string): string =>
  meaningOf('Pays', name.replace(/^(?:le|la|au|du|les) /, ''), COUNTRY_CODES);

/** `sortie` -> `EXIT`, `entrée` -> `ENTRY`; an article may precede. */
export const sideNamed = (phrase: string): Direction =>
  meaningOf('Côté de la frontière', phrase.replace(/^(?:la |l')/, ''), SIDES);

/** `oui` -> true, `non` -> false. */
export const yesOrNo = (word: string): boolean => meaningOf('Réponse', word, ANSWERS);

/** `12` -> 12. */
export function wholeNumber(cell: string): number {
  if (/^\d+$/.test(cell)) return Number(cell);
  throw new HarnessError('UNKNOWN_WORD', `« ${cell} » n'est pas un nombre entier.`, 'Écrivez des chiffres.');
}

/** What a word stands for; a word that the specification does not know is an error, never one of the others. */
export function meaningOf<Value>(
  what: string,
  word: string,
  meanings: Readonly<Record<string, Value>>,
): Value {
  const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
  if (meaning !== undefined) return meaning;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `${what} inconnu(e) : « ${word} ».`,
    `Mots connus : ${Object.keys(meanings).join(', ')}.`,
  );
}
