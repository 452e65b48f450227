import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type { Observation } from '../../checks/check.ts';
import { guaranteePublished } from '../../checks/guarantee-register.ts';
import type { HubModel } from '../model/hub-model.ts';
import { citing } from './judge-message.ts';

/** Whether the register publishes of a guarantee what the profile wants. */
export function judgeGuarantee(
  model: HubModel,
  { guarantee, reference }: Movement,
  records: readonly ExchangeRecord[],
): Observation[] {
  const { guaranteeReference } = guarantee.register;
  const expected = model.register.published(guaranteeReference);
  if (!expected) return [];
  const state = model.movements.get(reference)?.state ?? '';
  const requirement = BY_STATE[state] ?? 'LED-008';
  const cited = requirement === 'GUA-005' && !isOrdinary(model, reference) ? 'GUA-022' : requirement;
  return citing(cited, guaranteePublished(records, guaranteeReference, expected));
}

/** What the register must do when a movement comes to this state. */
const BY_STATE: Readonly<Record<string, string>> = {
  DISCHARGED: 'GUA-005',
  CANCELLED: 'GUA-006',
  PARTIALLY_DISCHARGED: 'GUA-007',
};

/** Whether what was discharged had arrived: force majeure and recovery have a requirement of their own. */
function isOrdinary({ entries }: HubModel, reference: string): boolean {
  const discharge = [...entries.values()].findLast(
    ({ name, outcome, message }) =>
      name === 'DischargeNotice' &&
      outcome.kind === 'accepted' &&
      message.payload['transitReference'] === reference,
  );
  return !['FORCE_MAJEURE', 'RECOVERED'].includes(String(discharge?.message.payload['basis']));
}
