import type { Movement } from '../../fixtures/movements/movement.ts';
import { HarnessError } from './errors.ts';
import { definePhrases } from './phrases.ts';

/** The key by which a movement is asked for. */
export type QueryKey = (movement: Movement) => object;

const first = <Entry>([entry]: readonly Entry[], what: string): Entry =>
  entry ??
  (() => {
    throw new HarnessError(
      'SCENARIO_ORDER',
      `Ce mouvement n'a pas de ${what}.`,
      'Choisissez-en un qui en a.',
    );
  })();

/** What an officer has before him when he does not have the transit reference. */
definePhrases<QueryKey>('query_key', {
  'cette référence nationale': ({ notice: { nationalReference } }) => ({ nationalReference }),
  'cette plaque': ({ notice: { vehicle } }) => ({ plate: vehicle.plate }),
  'ce conteneur': ({ notice: { containers } }) => ({ container: first(containers, 'conteneur').number }),
  'ce scellé': ({ release: { seals } }) => ({ seal: first(seals, 'scellé').number }),
});

/** How much is asked for. @source message AT10, scope */
definePhrases('query_scope', {
  "l'état du mouvement": 'STATUS',
  'les événements du mouvement': 'EVENTS',
  'tout ce qui concerne le mouvement': 'FULL',
});

/** What an answer holds of the movement. */
definePhrases('query_parts', {
  "l'état": ['state'],
  "l'état et les événements": ['state', 'events'],
  "l'état, les événements et l'avis": ['state', 'events', 'notice'],
});
