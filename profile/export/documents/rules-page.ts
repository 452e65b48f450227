import { officeRoleFor } from '../../reference-data.ts';
import { amendableFields } from '../../rules/amendments.ts';
import { findingFields } from '../../rules/finding-fields.ts';
import { deferredRules } from '../../rules/needing-a-book.ts';
import { messagesOf, type Rule } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { roleOfOffice } from '../../validation/reference-findings.ts';
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

/** Which office may act in which message. */
const officeThatActs = (): string[] => [
  '## The office that acts (R01)',
  '`payload.office` of every message is looked up (`UNKNOWN_OFFICE`), and of these must have the role (`OFFICE_WITHOUT_ROLE`):',
  table(
    ['message', 'role'],
    [
      ...Object.entries(roleOfOffice).map(([name, role]) => [`${name}, \`office\``, tick(role)]),
      ['TransitNotice, `nationalReference.office`', '`DEP`'],
      ...Object.entries(officeRoleFor).map(([role, needed]) => [`a leg with role \`${role}\``, tick(needed)]),
    ],
  ),
  'Validity is judged at `preparedAt`. Whether the office is on the itinerary is told later, `OFF_ROUTE`.',
];

/** What a finding must say, by its kind. */
const fieldsOfAFinding = (): string[] => [
  '## Fields of a finding (R37)',
  'Optional fields of FindingNotice that its kind requires; more may be there, and a finding that concerns a movement names it. ' +
    '`correlationId` is the same as `relatesTo`, or absent.',
  table(
    ['kind', 'required'],
    Object.entries(findingFields).map(([kind, fields]) => [
      tick(kind),
      fields.map(tick).join(', ') || 'never sent: a mark in the ledger, with `relatesTo`',
    ]),
  ),
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
    'Rules are judged when the form of the message is clean (round 3 of the [errors](errors.md)). A rule with code `RULE` is told with `code` `RULE` and its id in `rule`; ' +
      'a rule with a code of its own is told with that code.',
    '## Told in the answer to the submission',
    told('answer'),
    '## Told later',
    'These need the state of the movement or another book: FunctionalError (AT92), GuaranteeResult (AT15) or MovementResponse (AT11).',
    told('functional'),
    '## Fields that may change after release (R25)',
    amendableFields.map((field) => `- ${tick(field)}`).join('\n'),
    '`*` stands for any position of a list; a field stands for all that is in it.',
    'A field or list entry that only one of the two versions has counts as changed. Compared is with the notice in force, ' +
      'itinerary included: a change of itinerary (AT04) leaves the notice as it is, so an amendment after it repeats the legs of the notice.',
    ...officeThatActs(),
    ...fieldsOfAFinding(),
    '## Not in 0.1',
    table(
      ['id', 'français', 'English'],
      deferredRules.map(({ id, fr, en }) => [id, fr, en]),
    ),
  );
}
