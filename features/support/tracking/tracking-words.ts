import { defineParameterType } from '@cucumber/cucumber';
import { alertCodes } from '../../../profile/code-lists/code-lists.ts';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { ProtocolName } from '../../../simulators/tracking/protocols/protocol.ts';
import { HarnessError } from '../errors.ts';
import { anyOf, definePhrases } from '../phrases.ts';
import { meaningOf } from '../words.ts';

/** Makers and standards as officers read them on the device. */
export const PROTOCOLS: Readonly<Record<string, ProtocolName>> = {
  Jointech: 'jointech',
  Teltonika: 'teltonika',
  'JT/T 808': 'jt808',
  GT06: 'gt06',
  OsmAnd: 'osmand',
  MQTT: 'mqtt',
};

/** A protocol between quotes: `"Jointech"` -> `jointech`. */
definePhrases('protocol', PROTOCOLS, true);

/** Tracking platforms, by the country that runs them. */
export const PLATFORMS: Readonly<Record<string, string>> = {
  'la plateforme togolaise': 'TRK-TG',
  'la plateforme burkinabè': 'TRK-BF',
  'la plateforme malienne': 'TRK-ML',
  'la plateforme nigérienne': 'TRK-NE',
};

/** `la plateforme togolaise` -> `TRK-TG`. */
definePhrases('platform', PLATFORMS);

/** Alert codes by their French meaning, as the profile has it. */
const ALERTS: ReadonlyMap<string, AlertCode> = new Map(
  Object.entries(alertCodes).map(([code, { fr }]) => [fr, code as AlertCode]),
);

/** An alert by its French meaning, or its code. */
export function alertNamed(name: string): AlertCode {
  const code = ALERTS.get(name) ?? (Object.hasOwn(alertCodes, name) ? (name as AlertCode) : undefined);
  if (code !== undefined) return code;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `Alerte inconnue : « ${name} ».`,
    `Alertes connues : ${[...ALERTS.keys()].join(', ')}.`,
  );
}

/** An alert between quotes, by its French meaning: `"porte ouverte"` -> `DOOR_OPEN`. */
defineParameterType({
  name: 'alert',
  regexp: new RegExp(`"(?:${anyOf([...ALERTS.keys(), ...Object.keys(alertCodes)])})"`),
  transformer: (quoted: string): AlertCode => alertNamed(quoted.slice(1, -1)),
});

/** Duration in a cell: `15 min`, `2 h`, `1 h 30` -> seconds. */
export function secondsOf(cell: string): number {
  const found = /^(?:(\d+) h)?\s?(?:(\d+)(?: min)?)?(?:\s?(\d+) s)?$/.exec(cell);
  if (!found || cell === '')
    throw new HarnessError(
      'UNKNOWN_WORD',
      `« ${cell} » n'est pas une durée.`,
      'Écrivez : 15 min, 2 h, 1 h 30.',
    );
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** State of a lock in a cell. */
export const lockNamed = (name: string): 'LOCKED' | 'UNLOCKED' | 'CUT' =>
  meaningOf('Scellé', name, { fermé: 'LOCKED', ouvert: 'UNLOCKED', sectionné: 'CUT' } as const);

/** Zones of clocks of devices, minutes ahead of UTC. @source tz database: no summer time in any of them */
const ZONES: Readonly<Record<string, number>> = {
  "l'heure universelle": 0,
  "l'heure de Niamey": 60,
  "l'heure de Pékin": 480,
  "l'heure de Calcutta": 330,
  "l'heure du Cap-Vert": -60,
};

/** The clock by which a device tells the time: `l'heure de Niamey` -> 60. */
definePhrases('device_clock', ZONES);
