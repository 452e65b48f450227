import { defineRule } from './rule.ts';

/** R22: the check digit of a transit reference is right. The schema of the identifier tells it, in every message. */
export const referenceCheckDigit = defineRule({
  id: 'R22',
  fr: 'La clé de contrôle de la référence de transit est juste.',
  en: 'The check digit of the transit reference is right.',
  pointer: 'the transit reference',
  source: 'draft message set R22; NCTS R0028; ISO 6346 annex A',
  code: 'CHECK_DIGIT',
  checks: {},
});
