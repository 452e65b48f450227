import { allFaults, type LinkFault } from '../../../simulators/links/index.ts';
import { HarnessError } from '../errors.ts';

/** How many messages a fault strikes: `, 2 fois`, `, une fois sur 3`. */
const SOME_OF_THEM = '(?:, \\d+ fois|, une fois sur \\d+)?';

interface Phrase {
  readonly name: string;
  readonly pattern: string;
  readonly values: readonly string[];
}

/** What each fault says of a link, as patterns; of messages it may strike so many, or one in so many. */
const phrases: readonly Phrase[] = allFaults().flatMap(({ name, kind, french }) =>
  french.map((sentence) => ({
    name,
    pattern: sentence.replace(/\{\w+\}/g, '\\d+') + (kind === 'message' ? SOME_OF_THEM : ''),
    values: [...sentence.matchAll(/\{(\w+)\}/g)].map(([, value = '']) => value),
  })),
);

/** Every sentence about a link, the longest first: `est lente de 400 ms`, `perd les réponses, 2 fois`. */
export const LINK_FAULT = phrases
  .map(({ pattern }) => pattern)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Reads what a scenario says of a link. @throws HarnessError `UNKNOWN_WORD` */
export function faultTold(words: string): LinkFault {
  const phrase = phrases.find(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(words));
  if (!phrase)
    throw new HarnessError(
      'UNKNOWN_WORD',
      `Défaut de liaison inconnu : « ${words} ».`,
      `Défauts connus : ${allFaults()
        .flatMap(({ french }) => french)
        .join(' ; ')}.`,
    );
  const [share = ''] = new RegExp(`${SOME_OF_THEM}$`).exec(words) ?? [];
  const told = words.slice(0, words.length - share.length);
  const figures = [...told.matchAll(/\d+/g)].map(Number);
  const values = Object.fromEntries(phrase.values.map((value, at) => [value, figures[at] ?? 0]));
  return { name: phrase.name, ...values, ...howMany(share) };
}

/** `2 fois` -> at most two messages; `une fois sur 3` -> one in three, by chance. */
function howMany(share: string): { count?: number; probability?: number } {
  const figure = Number(/\d+/.exec(share)?.[0]);
  if (share === '') return {};
  return share.includes('une fois') ? { probability: 1 / figure } : { count: figure };
}
