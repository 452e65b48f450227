import { defineParameterType } from '@cucumber/cucumber';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { deviceStates } from '../../../profile/code-lists/code-lists.ts';
import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import { HarnessError } from '../errors.ts';
import { officeNamed } from '../office-names.ts';
import { definePhrases } from '../phrases.ts';
import { COUNTRY_NAMES, countryNamed } from '../words.ts';
import { PLATFORMS } from './tracking-words.ts';

/** The device of the scenario that is meant, counted from 1 in the order in which they were named. */
definePhrases('tracked_device', {
  'la balise': 1,
  'la première balise': 1,
  'la seconde balise': 2,
  'la troisième balise': 3,
});

/** What an office does with a device. */
definePhrases<DeviceAssignmentPayload['action']>('assignment', { pose: 'ATTACH', dépose: 'DETACH' });

/** A state of a device, between quotes, in the words of the profile: `"posée"` -> `ATTACHED`. */
definePhrases(
  'device_state',
  Object.fromEntries(Object.entries(deviceStates).map(([state, { fr }]) => [fr, state])),
  true,
);

/** An office, by its part on the road of the current movement or by its place. */
export type OfficeOf = (movement: Movement) => string;

const COUNTRY = `(?:du |de la |de )(?:${COUNTRY_NAMES})`;
const PLACE = "(?:de |d')[A-ZÀ-Ý][A-Za-zÀ-ÿ-]+";

/** `le bureau de sortie du Togo`, `le bureau d'entrée du Niger`, `le bureau de départ`, `le bureau de Faramana`. */
defineParameterType({
  name: 'device_office',
  regexp: new RegExp(`le bureau de départ|le bureau (?:de sortie|d'entrée) ${COUNTRY}|le bureau ${PLACE}`),
  transformer: (phrase: string): OfficeOf => {
    const side = /^le bureau (de sortie|d'entrée) (.+)$/.exec(phrase);
    if (side) return borderOffice(side[1] === 'de sortie' ? 'EXIT' : 'ENTRY', countryNamed(side[2] ?? ''));
    if (phrase === 'le bureau de départ') return ({ notice }) => notice.itinerary.legs[0]?.office ?? '';
    const office = officeNamed(phrase.replace(/^le bureau (?:de |d')/, ''));
    return () => office;
  },
});

const borderOffice =
  (role: 'EXIT' | 'ENTRY', country: string): OfficeOf =>
  ({ notice }) => {
    const leg = notice.itinerary.legs.find((one) => one.role === role && one.country === country);
    if (leg) return leg.office;
    throw new HarnessError(
      'SCENARIO_ORDER',
      `${country} n'a pas de bureau de ce côté sur cette route.`,
      'Choisissez un autre bureau.',
    );
  };

const PARTY = `(?:(?:le |la |au |du |les )?(?:${COUNTRY_NAMES})|${Object.keys(PLATFORMS).join('|')})`;

/** Administrations and platforms: `Niger, la plateforme nigérienne` -> `['NE', 'TRK-NE']`. */
defineParameterType({
  name: 'parties',
  regexp: new RegExp(`${PARTY}(?:(?:, | et )${PARTY})*`),
  transformer: (list: string): string[] =>
    list.split(/, | et /).map((name) => PLATFORMS[name] ?? countryNamed(name)),
});
