import type { Behaviour } from '../../../simulators/tracking/journey/behaviours/behaviour.ts';
import { behaviours } from '../../../simulators/tracking/journey/behaviours/behaviours.ts';
import { HarnessError } from '../errors.ts';

/** What befalls a truck, by French names: `écart de l'itinéraire, zone blanche`; `rien`: nothing. */
export const behavioursNamed = (list: string): Behaviour[] =>
  list === 'rien' ? [] : list.split(', ').map(behaviourNamed);

function behaviourNamed(name: string): Behaviour {
  const found = behaviours.find(({ french }) => french === name);
  if (found) return found;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `Comportement inconnu : « ${name} ».`,
    `Comportements connus : ${behaviours.map(({ french }) => french).join(', ')}.`,
  );
}
