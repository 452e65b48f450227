import { errorCatalogue } from '../../profile/errors/error-catalogue.ts';
import { fieldMeaning } from '../../profile/export/field-meanings.ts';
import type { RequirementRow } from '../model/run-model.ts';
import type { Language } from './catalogue.ts';

/** What an explanation is made of: a finding, or any part of one. */
export interface Explained {
  readonly requirement: string;
  readonly expected: string;
  readonly observed: string;
  readonly pointer?: string | undefined;
}

/** Two sentences, one on what was seen, one on what it breaks, for an officer who reads no JSON. */
export function explain(
  finding: Explained,
  row: Pick<RequirementRow, 'fr' | 'en'> | undefined,
  language: Language = 'fr',
): string {
  const { requirement, expected, observed, pointer } = finding;
  const [wanted = '', seen = ''] = [expected, observed].map((text) => inWords(text, language));
  const field = pointer && !`${expected} ${observed}`.includes(pointer) ? fieldOf(pointer, language) : '';
  const text = row?.[language].replace(/\.$/, '') ?? '';
  if (language === 'en') {
    const where = field && `, in ${field}`;
    return `Expected: “${wanted}”; seen: “${seen}”${where}. This breaks requirement ${requirement}${text && `: ${text}`}.`;
  }
  const where = field && `, dans ${field}`;
  return `On attendait ${quoted(wanted)} ; on a observé ${quoted(seen)}${where}. C'est contraire à l'exigence ${requirement}${text && ` : ${text}`}.`;
}

/** With spaces that no line breaks at. */
const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

const CODE = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;
const POINTER = /(?<= à )\/[\w/]+/g;

/** The same text with error codes and pointers said in words beside them. */
const inWords = (text: string, language: Language): string =>
  text
    .trim()
    .replace(/\.$/, '')
    .replace(CODE, (code) => withMeaning(code, language))
    .replace(POINTER, (pointer) => withName(pointer, language));

function withMeaning(code: string, language: Language): string {
  const meaning = Object.hasOwn(errorCatalogue, code)
    ? errorCatalogue[code as keyof typeof errorCatalogue][language]
    : undefined;
  return meaning === undefined ? code : `${code} (${meaning})`;
}

const withName = (pointer: string, language: Language): string => {
  const name = nameOf(pointer, language);
  return name === undefined ? pointer : `${pointer} (${name})`;
};

function fieldOf(pointer: string, language: Language): string {
  const name = nameOf(pointer, language);
  const word = language === 'fr' ? 'le champ' : 'field';
  return name === undefined ? `${word} ${pointer}` : `${word} ${pointer} (${name})`;
}

/** `/payload/items/0/hsCode` -> what the field is called; positions in lists say nothing. */
function nameOf(pointer: string, language: Language): string | undefined {
  const path = pointer.split('/').filter((part) => part !== '' && part !== 'payload' && !/^\d+$/.test(part));
  return fieldMeaning('', path)?.[language];
}
