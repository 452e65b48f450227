import { transitReference } from '../../../profile/identifiers/transit-reference.ts';
import type { Work } from '../outbox/work.ts';
import type { BookFinding, Movement } from './movement.ts';
import { findMovement, saveMovement } from './movement-table.ts';
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

/** What a warning is about that is not born of a message in effect. */
export interface About {
  /** Text that may be the transit reference of a movement. */
  readonly reference: string | undefined;
  /** The seat whose doing it is: its name for a movement counts only when it is on its road. */
  readonly seat: string;
}

/** The lock to hold while warning about something that may name a movement. */
export const locksOf = ({ reference }: About): string[] => (isReference(reference) ? [reference] : []);

/** Warns seats, and notes it in the book when the movement named is there and the seat is on its road. */
export async function warn(unit: Work, notices: readonly Notice[], about: About): Promise<void> {
  const { reference, seat } = about;
  const named = isReference(reference);
  const movement = named ? await findMovement(unit.transaction, reference) : null;
  if (movement?.countries.includes(seat)) {
    await saveMovement(unit.transaction, movement, raise(unit, movement, notices));
    return;
  }
  const raisedAt = new Date(unit.at).toISOString();
  const naming = named ? { transitReference: reference } : {};
  for (const { recipients, detail, ...fact } of unit.context.hooks.onFinding([...notices], null)) {
    const links = { correlationId: fact.relatesTo, conversation: reference };
    for (const recipient of recipients)
      unit.tell(recipient, 'FindingNotice', { ...fact, raisedAt, ...naming, detail }, links);
  }
}

const isReference = (text: string | undefined): text is string => transitReference.safeParse(text).success;
