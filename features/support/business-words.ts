import { defineParameterType } from '@cucumber/cucumber';
import { DATE, dateNamed, instantNamed } from './calendar.ts';
import { definePhrases } from './phrases.ts';

/** `1er janvier 2026` -> `2026-01-01`. */
defineParameterType({ name: 'date', regexp: new RegExp(DATE), transformer: dateNamed });

/** `31 décembre 2025 à 23 h 30 UTC` -> `2025-12-31T23:30:00Z`. */
defineParameterType({
  name: 'instant',
  regexp: new RegExp(`${DATE} à (\\d{1,2}) h (\\d{2}) UTC`),
  transformer: instantNamed,
});

/** A mass: `40 000 kg` -> 40000. */
defineParameterType({
  name: 'mass',
  regexp: /(\d{1,3}(?: \d{3})*) kg/,
  transformer: (digits: string): number => Number(digits.replaceAll(' ', '')),
});

/** Goods of each kind that is compared in its own way, by their code in fixtures/reference/goods.yaml. */
definePhrases('goods', {
  'clinker en vrac': '252310',
  'gas-oil en citerne': '271019',
  'riz en sacs': '100640',
});

/** Where a truck is registered. */
definePhrases('registration', {
  'au Togo': 'TG',
  'au Burkina Faso': 'BF',
  'au Mali': 'ML',
  'au Niger': 'NE',
  'au Bénin': 'BJ',
});
