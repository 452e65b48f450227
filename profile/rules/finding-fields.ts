import type { findingKinds } from '../code-lists/code-lists.ts';
import { defineRule } from './rule.ts';

type FindingKind = keyof typeof findingKinds;
type FindingField = 'transitReference' | 'relatesTo' | 'country' | 'office';

const PASSAGE: readonly FindingField[] = ['transitReference', 'relatesTo', 'country', 'office'];

/**
 * The optional fields that a FindingNotice must carry, by its kind; whoever reads it has nothing else to go by. A finding
 * that concerns a movement names it in any case.
 * @source exchange rules section 9
 */
export const findingFields: Readonly<Record<FindingKind, readonly FindingField[]>> = {
  'duplicate-id': ['relatesTo'],
  'dead-letter': ['relatesTo', 'country'],
  'passage-missing': PASSAGE,
  'passage-order': PASSAGE,
  'seals-discontinued': PASSAGE,
  'version-gap': ['transitReference', 'relatesTo'],
  overdue: ['transitReference'],
  'result-missing': ['transitReference', 'country'],
  'clock-skew': ['relatesTo'],
  'late-message': [],
  'reference-out-of-step': ['country'],
  'service-contradiction': ['transitReference', 'relatesTo'],
  'service-silent': ['transitReference'],
};

/** R37: a finding says what it is about. */
export const findingComplete = defineRule({
  id: 'R37',
  fr: 'Un avis de constat porte les champs que son genre demande : message concerné, pays, bureau, mouvement.',
  en: 'A finding notice carries the fields that its kind needs: message concerned, country, office, movement.',
  pointer: '/payload/(transitReference|relatesTo|country|office)',
  source: 'exchange rules section 9',
  checks: {
    FindingNotice: (payload) =>
      findingFields[payload.kind]
        .filter((field) => payload[field] === undefined)
        .map((field) => ({ pointer: `/payload/${field}`, reason: `le constat ${payload.kind} le demande` })),
  },
});
