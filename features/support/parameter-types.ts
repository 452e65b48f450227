import { defineParameterType } from '@cucumber/cucumber';
import type { ExpectedFault } from '../checks/refusals.ts';
import './business-words.ts';
import { corridorNamed } from './corridor-names.ts';
import { DURATION, secondsOf } from './duration-words.ts';
import './exchange-words.ts';
import { FINDINGS } from './finding-words.ts';
import type { Decider } from './itineraries.ts';
import './national-reference.ts';
import { officeNamed } from './office-names.ts';
import './query-words.ts';
import './resilience-words.ts';
import type { SealsSeen } from './passages.ts';
import { definePhrases } from './phrases.ts';
import type { Stage } from './scenario-movement.ts';
import { COUNTRY_NAMES, countryNamed, meaningOf, sideNamed } from './words.ts';

const COUNTRY = `(?:le |la |au |du |les )?(?:${COUNTRY_NAMES})`;

/** `le Mali` -> `ML`. */
defineParameterType({ name: 'country', regexp: new RegExp(COUNTRY), transformer: countryNamed });

const DEPARTURE = 'le bureau de départ';

/** `le bureau de départ`, or a country that takes it upon itself: `le Mali` -> `ML`. */
defineParameterType({
  name: 'decider',
  regexp: new RegExp(`${DEPARTURE}|${COUNTRY}`),
  transformer:
    (name: string): Decider =>
    ({ departureCountry }) =>
      name === DEPARTURE ? departureCountry : countryNamed(name),
});

/** `Burkina Faso, Mali`, `le Togo et le Mali` -> `['BF', 'ML']`. */
defineParameterType({
  name: 'countries',
  regexp: new RegExp(`${COUNTRY}(?:(?:, | et )${COUNTRY})*`),
  transformer: (list: string): string[] => list.split(/, | et /).map((name) => countryNamed(name)),
});

/** `de Lomé à Bamako par Koury` -> `LOME-OUAGADOUGOU-BAMAKO-KOURY`. */
defineParameterType({
  name: 'corridor',
  regexp: /de ([A-Za-zÀ-ÿ]+) à ([A-Za-zÀ-ÿ]+) par ([A-Za-zÀ-ÿ]+)/,
  transformer: corridorNamed,
});

/** `de Faramana` -> `BF0FAR1`, `d'Adétikopé` -> `TG0ADE1`. */
defineParameterType({
  name: 'office',
  regexp: /d(?:e |')([A-ZÀ-Ý][A-Za-zÀ-ÿ-]+)/,
  transformer: officeNamed,
});

/** How far a movement has come without incident. */
definePhrases<Stage>('stage', {
  annoncé: 'announced',
  'dont la mainlevée est accordée': 'released',
  'qui a franchi toutes ses frontières': 'underway',
  'arrivé à destination': 'arrived',
  'contrôlé conforme': 'controlled',
  apuré: 'discharged',
});

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

/** A state of the ledger, between quotes, in the words of the profile. */
definePhrases('state', STATES, true);

/** Several states, between quotes, in order. */
defineParameterType({
  name: 'states',
  regexp: /"[^"]+"(?:, "[^"]+")+/,
  transformer: (list: string): string[] =>
    list.split(', ').map((name) => meaningOf('État', name.replaceAll('"', ''), STATES)),
});

/** A fact that the hub points out, between quotes. */
definePhrases('finding', FINDINGS, true);

/** The version of reference data that a sender works with, counted from the one last published. */
definePhrases('held_version', { "la version d'avant": -1, 'la version publiée': 0 });

/** Codes of offices, in order: `TG0LOM1, TG0CIN1`. */
defineParameterType({
  name: 'offices',
  regexp: /[A-Z]{2}0[A-Z0-9]{4}(?:, [A-Z]{2}0[A-Z0-9]{4})+/,
  transformer: (list: string): string[] => list.split(', '),
});

definePhrases<SealsSeen>('seals', {
  rompus: 'broken',
  absents: 'absent',
  'remplacés et signalés': 'replaced and told',
  'changés sans signalement': 'changed untold',
});

/** Result of a control, between quotes, with its code. @source code list controlResults */
definePhrases('control_result', {
  '"conforme" (A1)': 'A1',
  '"réputé conforme" (A2)': 'A2',
  '"différences mineures" (A5)': 'A5',
  '"non conforme" (B1)': 'B1',
});

/** `la sortie` or `l'entrée` at a border. */
defineParameterType({ name: 'crossing', regexp: /la sortie|l'entrée/, transformer: sideNamed });

/** `90 min`, `6 jours`, `2 heures` -> seconds. */
defineParameterType({ name: 'duration', regexp: DURATION, transformer: secondsOf });

/** How an instant is written: the fraction of its second. */
definePhrases('instant_form', {
  'sans fraction de seconde': '',
  'au dixième de seconde': '.5',
  'à la milliseconde': '.123',
  'à la microseconde': '.123456',
});

/** Money, whole XOF: `1 500 000 FCFA`. */
defineParameterType({
  name: 'amount',
  regexp: /(\d{1,3}(?: \d{3})*) FCFA/,
  transformer: (digits: string): number => Number(digits.replaceAll(' ', '')),
});

/** A fault of the catalogue: `RULE R06 à /payload/sealCount`. */
defineParameterType({
  name: 'fault',
  regexp: /([A-Z][A-Z_]+)(?: (R\d\d))? à (\/\S*)/,
  transformer: (code: string, rule: string | undefined, pointer: string): ExpectedFault =>
    rule ? { code, rule, pointer } : { code, pointer },
});

/** Reasons of the guarantee register: `COUNTRY_NOT_COVERED, G02`. */
defineParameterType({
  name: 'reasons',
  regexp: /[A-Z][A-Z0-9_]+(?:, [A-Z][A-Z0-9_]+)*/,
  transformer: (list: string): string[] => list.split(', '),
});
