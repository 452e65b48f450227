import { defineRule } from './rule.ts';

/** R24: the schema asks for the office; an officer is never named. */
export const officeOfDevice = defineRule({
  id: 'R24',
  fr: "Une pose, une dépose ou une relève nomme son bureau ; l'agent n'est jamais nommé.",
  en: 'An attachment, removal or transfer names its office; the officer is never named.',
  pointer: '/payload/office',
  source: 'draft message set R24, AT16',
  code: 'MISSING_FIELD',
  checks: {},
});

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
