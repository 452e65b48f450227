import type { SourceText } from './specification.ts';

const FORBIDDEN: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[\u2018\u2019\u201a\u201b]/, "a curly apostrophe: write '"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/, 'a typographic quote: write "'],
  [/[\u00a0\u202f\u2007\u2009]/, 'a no-break or thin space: write a plain space'],
  [/[\u200b-\u200d\ufeff]/, 'an invisible character: delete it'],
];

/** Characters that look right and make a French step undefined; one problem per line and kind. */
export const typographyProblems = (files: readonly SourceText[]): string[] =>
  files.flatMap(({ path, text }) => [
    ...(text === text.normalize('NFC') ? [] : [`${path}: is not in Unicode form NFC: save it again as NFC`]),
    ...text
      .split('\n')
      .flatMap((line, index) =>
        FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(
          ([, name]) => `${path}:${index + 1}: found ${name}`,
        ),
      ),
  ]);
