import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { publishedMovement } from './movement-ledger.ts';
import { stateWord } from './words.ts';

const SHOWN = 3;

/** Every movement of the scenario is in this state in the ledger. */
export function allStates(
  records: readonly ExchangeRecord[],
  references: readonly string[],
  expected: string,
): Observation[] {
  const states = references.map((reference) => ({
    reference,
    state: publishedMovement(records, reference)?.['state'],
  }));
  const others = states.filter(({ state }) => state !== expected);
  const seen = others.slice(0, SHOWN).map(({ reference, state }) => `${reference} : ${stateWord(state)}`);
  const all = `${references.length} mouvement(s) : ${stateWord(expected)}`;
  return [observe(references.length > 0 && others.length === 0, all, seen.join(' ; ') || all)];
}

/** Every message was accepted in the end: its last answer is the acknowledgement. */
export function allAccepted(
  records: readonly ExchangeRecord[],
  messageIds: readonly string[],
): Observation[] {
  const last = new Map<string, string>();
  for (const { kind, body, answer, fault } of records)
    if (kind === 'submit') {
      const id = messageIds.find((messageId) => body?.includes(messageId));
      if (id !== undefined) last.set(id, String(answer?.status ?? fault));
    }
  const others = messageIds.filter((id) => last.get(id) !== '202');
  const seen = others.slice(0, SHOWN).map((id) => `${id} : ${last.get(id) ?? 'jamais déposé'}`);
  const all = `${messageIds.length} dépôt(s) accepté(s)`;
  return [observe(messageIds.length > 0 && others.length === 0, all, seen.join(' ; ') || all)];
}
