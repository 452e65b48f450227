import type { Player } from '../player.ts';
import { WORDS } from '../words.ts';
import type { Option } from './option.ts';

/** What was done for the first time is looked at before the next message covers it up. */
export function lookAt(player: Player, novelty: string | undefined): Option | undefined {
  const found = [...player.movements].find(([, { reference }]) => reference === novelty);
  return found && { movement: found[0], by: '', act: 'consult', detail: [], weight: 1 };
}

/** The movement whose last message waits for a version: another may wait behind it, until the one that is missing comes. */
export function movementInGap(player: Player): number | undefined {
  const { move, entry } = player.played.at(-1) ?? {};
  return entry?.outcome.kind === 'waits' && entry.outcome.for === 'version' ? move?.movement : undefined;
}

export const waitsBehind = ({ detail }: Option): boolean => detail.includes(WORDS.behind);
