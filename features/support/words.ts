import type { Direction } from './scenario-movement.ts';

const COUNTRY_CODES: Readonly<Record<string, string>> = {
  Togo: 'TG',
  'Burkina Faso': 'BF',
  Mali: 'ML',
  Niger: 'NE',
};

export const COUNTRY_NAMES = Object.keys(COUNTRY_CODES).join('|');

/** `le Mali`, `au Mali`, `Mali` -> `ML`. */
export const countryNamed = (name: string): string =>
  COUNTRY_CODES[name.replace(/^(?:le|la|au|du|les) /, '')] ?? name;

/** `sortie` -> `EXIT`, `entrée` -> `ENTRY`; an article may precede. */
export const sideNamed = (phrase: string): Direction => (phrase.endsWith('sortie') ? 'EXIT' : 'ENTRY');
