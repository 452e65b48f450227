import type { Work } from '../outbox/work.ts';
import type { BookFinding, Movement } from './movement.ts';
import type { Notice } from './step.ts';

/** Sends warnings (AT93) to those concerned and notes them in the book. */
export function raise(unit: Work, movement: Movement, notices: readonly Notice[]): Movement {
  const kept = unit.context.hooks.onFinding([...notices], movement);
  if (kept.length === 0) return movement;
  const raisedAt = new Date(unit.at).toISOString();
  const findings = kept.map(({ recipients, detail, ...fact }): BookFinding => {
    const payload = { ...fact, raisedAt, transitReference: movement.reference, detail };
    const links = { correlationId: fact.relatesTo, conversation: movement.reference };
    for (const recipient of recipients) unit.tell(recipient, 'FindingNotice', payload, links);
    return { ...fact, raisedAt };
  });
  return { ...movement, findings: [...movement.findings, ...findings] };
}

/** Warns seats of a fact that belongs to no movement of the ledger, or to one that the warning does not change. */
export function warn(
  unit: Work,
  notices: readonly Notice[],
  about: { readonly transitReference?: string; readonly conversation?: string },
): void {
  const raisedAt = new Date(unit.at).toISOString();
  for (const { recipients, detail, ...fact } of unit.context.hooks.onFinding([...notices], null)) {
    const { transitReference, conversation } = about;
    const payload = { ...fact, raisedAt, ...(transitReference ? { transitReference } : {}), detail };
    for (const recipient of recipients)
      unit.tell(recipient, 'FindingNotice', payload, { correlationId: fact.relatesTo, conversation });
  }
}
