import { defineParameterType } from '@cucumber/cucumber';
import { corridorNamed } from './corridor-names.ts';
import type { Direction, Stage } from './scenario-movement.ts';

const COUNTRY = 'Togo|Burkina Faso|Mali|Niger';
const COUNTRIES: Readonly<Record<string, string>> = {
  Togo: 'TG',
  'Burkina Faso': 'BF',
  Mali: 'ML',
  Niger: 'NE',
};
const ARTICLE = '(?:le |la |au |du |les )?';

const countryNamed = (name: string): string => COUNTRIES[name.replace(/^(?:le|la|au|du|les) /, '')] ?? name;

/** `le Mali` -> `ML`. */
defineParameterType({
  name: 'country',
  regexp: new RegExp(`${ARTICLE}(?:${COUNTRY})`),
  transformer: countryNamed,
});

/** `Burkina Faso, Mali` or `le Togo et le Mali` or `aucune` -> `['BF', 'ML']`. */
defineParameterType({
  name: 'countries',
  regexp: new RegExp(`aucune?|${ARTICLE}(?:${COUNTRY})(?:(?:, | et )${ARTICLE}(?:${COUNTRY}))*`),
  transformer: (list: string): string[] =>
    /^aucune?$/.test(list) ? [] : list.split(/, | et /).map((name) => countryNamed(name)),
});

/** `de Lomé à Bamako par Koury` -> `LOME-OUAGADOUGOU-BAMAKO-KOURY`. */
defineParameterType({
  name: 'corridor',
  regexp: /de (\p{L}+) à (\p{L}+) par (\p{L}+)/u,
  transformer: corridorNamed,
});

const STAGES: Readonly<Record<string, Stage>> = {
  annoncé: 'announced',
  'dont la mainlevée est accordée': 'released',
  'qui a franchi toutes ses frontières': 'underway',
  'arrivé à destination': 'arrived',
  'contrôlé conforme': 'controlled',
  apuré: 'discharged',
};

/** How far a movement has come without incident. */
defineParameterType({
  name: 'stage',
  regexp: new RegExp(Object.keys(STAGES).join('|')),
  transformer: (phrase: string): Stage => STAGES[phrase] ?? 'prepared',
});

/** A state of the ledger, in the words of the profile, between quotes. */
const STATES: Readonly<Record<string, string>> = {
  enregistré: 'REGISTERED',
  'mainlevée accordée': 'RELEASED',
  'en transit': 'IN_TRANSIT',
  suspendu: 'SUSPENDED',
  'en retard': 'OVERDUE',
  arrivé: 'ARRIVED',
  'contrôlé conforme': 'CONTROLLED',
  'différences constatées': 'DISCREPANCY',
  'en recherche': 'UNDER_ENQUIRY',
  'en recouvrement': 'RECOVERY',
  'apuré en partie': 'PARTIALLY_DISCHARGED',
  apuré: 'DISCHARGED',
  'clos à la main': 'CLOSED_MANUALLY',
  annulé: 'CANCELLED',
};

defineParameterType({
  name: 'state',
  regexp: new RegExp(`"(${Object.keys(STATES).join('|')})"`),
  transformer: (phrase: string): string => STATES[phrase] ?? phrase,
});

/** `la sortie` or `l'entrée` at a border. */
defineParameterType({
  name: 'crossing',
  regexp: /la sortie|l'entrée/,
  transformer: (phrase: string): Direction => (phrase === 'la sortie' ? 'EXIT' : 'ENTRY'),
});

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  minute: 60,
  h: 3600,
  heure: 3600,
  jour: 86_400,
};

/** `90 min`, `6 jours`, `2 heures` -> seconds. */
defineParameterType({
  name: 'duration',
  regexp: /(\d+) (s|min|minutes?|h|heures?|jours?)(?![\p{L}])/u,
  transformer: (count: string, unit: string): number =>
    Number(count) * (UNITS[unit.replace(/(?<=..)s$/, '')] ?? Number.NaN),
});

/** An amount of money, whole XOF: `1 500 000 FCFA`. */
defineParameterType({
  name: 'amount',
  regexp: /(\d{1,3}(?: \d{3})*) FCFA/,
  transformer: (digits: string): number => Number(digits.replaceAll(' ', '')),
});
