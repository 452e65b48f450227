import { amendableFields } from '../../rules/amendments.ts';
import { deferredRules } from '../../rules/needing-a-book.ts';
import { messagesOf, type Rule } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { page, table, tick } from './markdown.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const rowOf = (rule: Rule): string[] => [
  rule.id,
  messagesOf(rule).join(', '),
  rule.fr,
  rule.en,
  tick(rule.code),
  rule.pointer,
  rule.source,
];

/** `rules.md`: every business rule, where it is told and where it points. */
export function rulesPage(): string {
  const header = ['id', 'messages', 'français', 'English', 'code', 'pointer', 'source'];
  const told = (layer: Rule['told']): string =>
    table(
      header,
      [...rules]
        .filter((rule) => rule.told === layer)
        .sort(byId)
        .map(rowOf),
    );
  return page(
    '# Business rules (règles de gestion)',
    'Rules are judged when the syntax of the message is clean. A rule with code `RULE` is told with `code` `RULE` and its id in `rule`; ' +
      'a rule with a code of its own is told with that code.',
    '## Told in the answer to the submission',
    told('answer'),
    '## Told later',
    'These need the state of the movement or another book: FunctionalError (AT92), GuaranteeResult (AT15) or MovementResponse (AT11).',
    told('functional'),
    '## Fields that may change after release (R25)',
    amendableFields.map((field) => `- ${tick(field)}`).join('\n'),
    '`*` stands for any position of a list; a field stands for all that is in it.',
    '## Not in 0.1',
    table(
      ['id', 'français', 'English'],
      deferredRules.map(({ id, fr, en }) => [id, fr, en]),
    ),
  );
}
