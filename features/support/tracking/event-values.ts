import type { DataTable } from '@cucumber/cucumber';
import { deviceStates } from '../../../profile/code-lists/code-lists.ts';
import { HarnessError } from '../errors.ts';
import type { CorridorWorld } from '../world.ts';
import { instantAfter } from './instants.ts';
import { lockNamed, secondsOf } from './tracking-words.ts';

type Reader = (cell: string, world: CorridorWorld) => unknown;

const number: Reader = (cell) => (cell === 'rien' ? null : Number(cell.replace(',', '.')));
const text: Reader = (cell) => (cell === 'rien' ? null : cell);
const lock: Reader = (cell) => (cell === 'rien' ? null : lockNamed(cell));
const truth: Reader = (cell) => (cell === 'rien' ? null : cell === 'oui');
const instant: Reader = (cell, world) => instantAfter(world, secondsOf(cell));

const deviceStateNamed: Reader = (cell) =>
  Object.entries(deviceStates).find(([, { fr }]) => fr === cell)?.[0] ?? cell;

/** Fields of a tracking event as officers read them: name in the payload, and how a cell is read. */
const FIELDS: Readonly<Record<string, readonly [field: string, read: Reader]>> = {
  latitude: ['position.latitudeDeg', number],
  longitude: ['position.longitudeDeg', number],
  'vitesse (km/h)': ['speedKmh', number],
  'cap (degrés)': ['courseDeg', number],
  'enregistré après': ['recordedAt', instant],
  territoire: ['territory', text],
  étape: ['leg', number],
  scellé: ['lock', lock],
  autorisé: ['authorised', truth],
  'batterie (%)': ['batteryPct', number],
  'position satellitaire': ['gnss', text],
  'de la mémoire': ['stored', truth],
  plateforme: ['platform', text],
  rang: ['deviceSeq', number],
  'état de la balise': ['state', deviceStateNamed],
};

/** What a table says of an event: `| champ | valeur |`, values by field of the payload. */
export function valuesOf(world: CorridorWorld, table: DataTable): Record<string, unknown> {
  const entries = table.rows().map(([label = '', cell = '']) => {
    const known = FIELDS[label];
    if (!known)
      throw new HarnessError(
        'UNKNOWN_COLUMN',
        `Champ inconnu : « ${label} ».`,
        `Champs connus : ${Object.keys(FIELDS).join(', ')}.`,
      );
    const [field, read] = known;
    return [field, read(cell.trim(), world)] as const;
  });
  return Object.fromEntries(entries);
}
