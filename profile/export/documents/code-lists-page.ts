import { type CodeList, codeLists } from '../../code-lists/code-lists.ts';
import { page, table, tick } from './markdown.ts';

const section = ([name, list]: readonly [string, CodeList]): string =>
  [
    `## ${name}`,
    table(
      ['code', 'français', 'English'],
      Object.entries(list).map(([code, { fr, en }]) => [tick(code), fr, en]),
    ),
  ].join('\n\n');

/** `code-lists.md`: every closed list with its codes. */
export const codeListsPage = (): string =>
  page(
    '# Code lists (listes de codes)',
    'A value outside its list is refused with `NOT_IN_CODE_LIST` at the field. Lists are closed for this version of the profile.',
    ...Object.entries<CodeList>(codeLists).map(section),
  );
