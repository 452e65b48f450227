import { HarnessError } from '../../support/errors.ts';
import { isDeed, type Move, type MovementSpec } from '../move.ts';
import { WORDS } from '../words.ts';
import { choicesFor } from './known-words.ts';
import { inCell } from './table.ts';

/** Deeds that the hub is made to do; all else is done by a country. */
const BY_HUB = ['wait', 'restart'];
/** Deeds that are about no movement in particular. */
const ABOUT_NONE = ['pull', 'lose-answers', 'leave', 'return', 'restart', 'wait', 'repeat', 'reuse-id'];

const isMessage = ({ act }: Move): boolean => !isDeed(act) || act === 'repeat';
const isAgain = (before: readonly Move[], of: number | undefined): boolean =>
  before.some((move) => move.id === of && isMessage(move));

/** What a row refers to is there, and was before it. */
export function insistOnSense(
  row: number,
  { act, by, movement, of, count, detail }: Move,
  movements: readonly MovementSpec[],
  before: readonly Move[],
): void {
  const refuse = (label: string, seen: string, hint: string): never =>
    inCell(row, label, () => {
      throw new HarnessError('UNKNOWN_WORD', seen, hint);
    });
  const needed = !ABOUT_NONE.includes(act) || detail.includes(WORDS.pastLimit);
  const numbers = movements.map(({ number }) => number);
  if (movement === 0 ? needed : !numbers.includes(movement))
    refuse(
      'mouvement',
      movement === 0 ? 'Il manque le mouvement.' : `Mouvement inconnu : « ${movement} ».`,
      `Mouvements connus : ${numbers.join(', ')}.`,
    );
  if (by === 'hub' && !BY_HUB.includes(act))
    refuse('qui', 'Le hub ne fait pas cela de lui-même ici.', 'Nommez un pays.');
  if (act === 'wait' && count === undefined && detail.length === 0)
    refuse(
      'précision',
      "L'attente n'a pas de durée.",
      `Écrivez 60 s, ${choicesFor(act).flat().join(' ou ')}.`,
    );
  if ((act !== 'repeat' && act !== 'reuse-id') || isAgain(before, of)) return;
  const earlier = before.filter(isMessage).map(({ id }) => `n° ${id}`);
  refuse(
    'précision',
    of === undefined
      ? "Il manque le n° de l'envoi d'avant."
      : `« n° ${of} » n'est pas un envoi d'une ligne d'avant.`,
    `Envois d'avant : ${earlier.slice(-20).join(', ') || 'aucun'}.`,
  );
}
