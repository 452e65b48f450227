import { HarnessError } from '../../support/errors.ts';
import { near } from '../../support/near.ts';
import type { Move } from '../move.ts';
import { choicesFor, faultsOf } from './known-words.ts';
import { LIMITS, within } from './limits.ts';

const OF = /^n° (\d+)$/;
const COUNT = /^(\d+) (fois|s)$/;

/** What comes after the words of the move; every word of it means something for this message. */
export function precisionOf(act: string, cell: string): Pick<Move, 'detail' | 'of' | 'count'> {
  const words = cell === '' ? [] : cell.split(', ');
  const of = only(words.filter((word) => OF.test(word)));
  const count = only(words.filter((word) => COUNT.test(word)));
  const detail = words.filter((word) => word !== of && word !== count);
  insistOnWords(act, detail);
  if (act === 'wait' && count !== undefined) only([count, ...detail]);
  return {
    detail,
    ...(of !== undefined && { of: referenceOf(act, of) }),
    ...(count !== undefined && { count: countOf(act, count) }),
  };
}

function referenceOf(act: string, word: string): number {
  if (act !== 'repeat' && act !== 'reuse-id') throw unknownWord(act, word);
  return Number(OF.exec(word)?.[1]);
}

const TIMES = ['repeat', 'lose-answers'];

function countOf(act: string, word: string): number {
  const [, count = '', unit] = COUNT.exec(word) ?? [];
  if (unit === 'fois' && TIMES.includes(act)) return within('Fois', count, [1, LIMITS.times]);
  if (unit === 's' && act === 'wait') return within('Secondes', count, [1, LIMITS.seconds]);
  throw unknownWord(act, word);
}

function only(words: readonly string[]): string | undefined {
  const [first, second] = words;
  if (second === undefined) return first;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `« ${first} » et « ${second} » se contredisent.`,
    "N'en gardez qu'un.",
  );
}

function insistOnWords(act: string, words: readonly string[]): void {
  const choices = choicesFor(act);
  const unknown = words.find((word) => !choices.some((choice) => choice.includes(word)));
  if (unknown !== undefined) throw unknownWord(act, unknown);
  for (const choice of choices) only(words.filter((word) => choice.includes(word)));
}

/** The words that this message has; of the many faults of messages only those that are spelled alike. */
function unknownWord(act: string, word: string): HarnessError {
  const faults = faultsOf(act);
  const words = [
    ...choicesFor(act)
      .flat()
      .filter((one) => !faults.includes(one)),
    ...numbersFor(act),
  ];
  const alike = near(word, [...words, ...faults]);
  const meant = alike.length > 0 ? `Voulez-vous dire : ${alike.join(', ')} ? ` : '';
  const known = words.length > 0 ? words.join(', ') : 'aucun pour ce message';
  const more = faults.length > 0 ? ', ou une mutation de fixtures/mutations' : '';
  return new HarnessError(
    'UNKNOWN_WORD',
    `Mot inconnu : « ${word} ».`,
    `${meant}Mots connus : ${known}${more}.`,
  );
}

const numbersFor = (act: string): string[] => [
  ...(act === 'repeat' || act === 'reuse-id' ? ["n° d'une ligne"] : []),
  ...(TIMES.includes(act) ? ['1 fois, 2 fois …'] : []),
  ...(act === 'wait' ? ['60 s, 420 s …'] : []),
];
