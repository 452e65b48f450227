import { missingPassages, type Passage, passagesOutOfOrder } from '../../../profile/passages.ts';
import { type BookEvent, inOrder, type Movement } from './movement.ts';
import type { Notice } from './step.ts';

const passed = (movement: Movement): BookEvent[] =>
  movement.events.filter((event) => event.messageType === 'AT05' && event.outcome === 'PASSED');

/** The passage recorded at an office in a direction, or undefined. */
export const passageAt = (movement: Movement, office: string, direction: string): BookEvent | undefined =>
  passed(movement).find((event) => event.office === office && event.direction === direction);

const passagesOf = (movement: Movement): Passage[] =>
  passed(movement).flatMap(({ office, occurredAt }) => (office ? [{ office, passedAt: occurredAt }] : []));

/**
 * The offices of passage that the truck must have met and that told nothing, once it has arrived.
 * @source profile decision P13
 */
export const silentBorders = (movement: Movement, relatesTo: string): Notice[] =>
  missingPassages(movement.legs, passagesOf(movement)).map(({ country, office, role }) => ({
    kind: 'passage-missing',
    recipients: [...new Set([movement.owner, country])],
    country,
    office,
    relatesTo,
    detail: `Arrivée sans passage enregistré : ${role === 'EXIT' ? 'sortie' : 'entrée'} au bureau ${office}.`,
  }));

/**
 * The pairs that the passage just recorded makes with others and that cannot be, by more than the tolerance for clocks.
 * @source profile decision P12
 */
export function impossibleOrder(movement: Movement, passage: BookEvent, toleranceMs: number): Notice[] {
  const pairs = passagesOutOfOrder(movement.legs, passagesOf(movement), toleranceMs / 1000);
  const mine = pairs.find(({ earlier, later }) =>
    [earlier.office, later.office].includes(passage.office ?? ''),
  );
  if (!mine) return [];
  const { earlier, later } = mine;
  return [
    {
      kind: 'passage-order',
      recipients: [movement.owner],
      country: passage.sender,
      ...(passage.office === undefined ? {} : { office: passage.office }),
      relatesTo: passage.messageId,
      detail: `Passage à ${earlier.office} le ${earlier.passedAt}, à ${later.office} le ${later.passedAt} : ordre impossible.`,
    },
  ];
}

/** Seals in force after an event, and whether it showed others. */
interface SealsAfter {
  readonly seals: readonly string[];
  readonly broken: boolean;
}

/**
 * Follows the seals in force from release through every check in order of occurrence: a seal replaced and reported
 * carries on; one replaced and not reported, broken or absent is a break.
 * @returns the seals in force and the ids of the messages that told of a break
 * @source profile decision P16; exchange rules section 9
 */
export function sealContinuity(movement: Movement): { seals: readonly string[]; breaks: string[] } {
  const breaks: string[] = [];
  let seals = movement.releasedSeals ?? movement.seals;
  for (const event of inOrder(movement.events)) {
    const after = sealsAfter(seals, event);
    if (after.broken) breaks.push(event.messageId);
    seals = after.seals;
  }
  return { seals, breaks };
}

function sealsAfter(inForce: readonly string[], { seals: check, newSeals }: BookEvent): SealsAfter {
  if (newSeals) return { seals: newSeals, broken: false };
  if (!check) return { seals: inForce, broken: false };
  const exchanged = new Map((check.replaced ?? []).map((pair) => [pair.old as string, pair.new as string]));
  const seals = inForce.map((number) => exchanged.get(number) ?? number);
  // a movement without seals has none to break
  const damaged = seals.length > 0 && (check.state === 'broken' || check.state === 'absent');
  return { seals, broken: damaged || !sameSet(seals, check.numbers) };
}

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((number) => right.includes(number));

/** The notices for breaks of continuity not told before. */
export function sealNotices(movement: Movement, breaks: readonly string[]): Notice[] {
  const told = new Set(
    movement.findings.filter(({ kind }) => kind === 'seals-discontinued').map(({ relatesTo }) => relatesTo),
  );
  return breaks
    .filter((id) => !told.has(id))
    .map((id) => {
      const event = movement.events.find(({ messageId }) => messageId === id);
      const country = event?.sender ?? movement.owner;
      return {
        kind: 'seals-discontinued',
        recipients: movement.countries,
        country,
        ...(event?.office === undefined ? {} : { office: event.office }),
        relatesTo: id,
        detail: `Scellés constatés : ${event?.seals?.state ?? 'inconnus'}, ${event?.seals?.numbers.join(', ') || 'aucun numéro'}.`,
      };
    });
}
