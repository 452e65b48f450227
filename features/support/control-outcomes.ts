import type { ControlResultPayload } from '../../profile/messages/control-result.ts';
import type { ControlOutcome } from '../../profile/messages/parts/control-outcome.ts';

const ONE_PACKAGE_MISSING = { pointer: '/items/0/packages/count', found: 'un colis manquant' };

/** The result of a control with this code; A5 and B1 name a difference, as they must (R16). */
export function controlOutcomeOf({ controlledAt }: ControlResultPayload, result: string): ControlOutcome {
  const differs = result === 'A5' || result === 'B1';
  return {
    controlledAt,
    result: result as ControlOutcome['result'],
    differences: differs ? [ONE_PACKAGE_MISSING] : [],
  };
}
