import { type EventView, inOrder, type MovementView, type SealsSeen } from './views.ts';

/** Seals in force, and the messages that showed others. */
export interface Continuity {
  readonly seals: readonly string[];
  readonly breaks: readonly string[];
}

/**
 * Seals in force are those of the release, then what lawful replacement made of them; a check that shows others, or broken
 * or absent ones, is a break. In order of occurrence.
 * @source exchange rules section 9
 */
export function continuityOf(movement: MovementView): Continuity {
  const breaks: string[] = [];
  let seals = movement.releasedSeals ?? movement.seals;
  for (const event of inOrder(movement.events)) {
    const seen = event.seals;
    if (event.newSeals) seals = event.newSeals;
    else if (seen) {
      seals = afterReplacement(seals, seen);
      if (isBroken(seals, seen)) breaks.push(event.messageId);
    }
  }
  return { seals, breaks };
}

function afterReplacement(seals: readonly string[], { replaced = [] }: SealsSeen): string[] {
  const exchanged = new Map(replaced.map((pair) => [pair.old, pair.new]));
  return seals.map((number) => exchanged.get(number) ?? number);
}

/** A movement without seals has none to break. */
function isBroken(seals: readonly string[], { state, numbers }: SealsSeen): boolean {
  const damaged = seals.length > 0 && (state === 'broken' || state === 'absent');
  return damaged || [...seals].sort().join() !== [...numbers].sort().join();
}

/** Breaks of which nobody was told before. */
export const newBreaks = (movement: MovementView, breaks: readonly string[]): readonly string[] => {
  const told = new Set(
    movement.findings.flatMap(({ kind, relatesTo }) => (kind === 'seals-discontinued' ? [relatesTo] : [])),
  );
  return breaks.filter((id) => !told.has(id));
};

/** The passages that took place. */
export const passedOf = ({ events }: Pick<MovementView, 'events'>): EventView[] =>
  events.filter(({ messageType, outcome }) => messageType === 'AT05' && outcome === 'PASSED');
