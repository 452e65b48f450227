import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { QuestionKey } from '../../../profile/services/lookup.ts';
import type { LookupName } from '../../../profile/services/service-names.ts';
import { lookupOf } from '../../../profile/services/services.ts';
import { answering, type Double, unknown } from './double.ts';

/**
 * The double of a register that is asked about movements.
 * @param say what it knows of the thing asked about, in agreement with the movement
 */
export function lookupDouble<Key extends QuestionKey>(
  name: LookupName,
  say: (key: Key, movement: Movement, asOf: string, pointer: string) => object,
): Double {
  const lookup = lookupOf(name);
  return {
    service: name,
    stubs: (movements, { asOf }) => [
      ...movements.flatMap((movement) =>
        lookup.questions(movement.notice, asOf.slice(0, 10)).map(({ path, key, pointer }) => ({
          request: { method: 'GET' as const, url: path },
          answer: answering(200, say(key as Key, movement, asOf, pointer)),
          movement: movement.reference,
          shape: lookup.answer,
        })),
      ),
      unknown(lookup.unknown),
    ],
  };
}
