import type { Texts } from './catalogue.ts';

/** Texts about what people decided or expected, and about what nobody has published. */
type People = Pick<Texts, 'remarks' | 'expectations' | 'assumption'>;

const counted = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
const countedInEnglish = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** What people say, in French. */
export const peopleInFrench: People = {
  remarks: {
    heading: 'Remarques et décisions',
    run: 'la campagne entière',
    decides: 'décide',
    observed: 'observé',
    said: (author, at) => `${author}, le ${at}`,
  },
  expectations: {
    heading: 'Échecs attendus',
    asExpected: 'La campagne s’est déroulée comme la liste le prévoit ; le verdict observé reste entier.',
    otherwise: 'La campagne ne s’est pas déroulée comme la liste le prévoit.',
    since: 'depuis le',
    expected: (count) => `${counted(count, 'échec attendu', 'échecs attendus')}`,
    startedToPass: (count) =>
      `${counted(count, 'scénario attendu en échec a réussi', 'scénarios attendus en échec ont réussi')} : retirez-les de la liste`,
    unexpected: (count) => `${counted(count, 'échec inattendu', 'échecs inattendus')}`,
    notJudged: (count) => `${counted(count, 'entrée non jugée', 'entrées non jugées')}`,
  },
  assumption: {
    word: 'hypothèse',
    heading: 'Ce scénario repose sur une hypothèse',
    counted: (count) => `${counted(count, 'scénario repose', 'scénarios reposent')} sur une hypothèse.`,
  },
};

/** What people say, in English. */
export const peopleInEnglish: People = {
  remarks: {
    heading: 'Remarks and decisions',
    run: 'the whole run',
    decides: 'decides',
    observed: 'observed',
    said: (author, at) => `${author}, ${at}`,
  },
  expectations: {
    heading: 'Expected failures',
    asExpected: 'The run went as the list says; the verdict observed stands.',
    otherwise: 'The run did not go as the list says.',
    since: 'since',
    expected: (count) => `${countedInEnglish(count, 'expected failure', 'expected failures')}`,
    startedToPass: (count) =>
      `${countedInEnglish(count, 'scenario expected to fail passed', 'scenarios expected to fail passed')}: take them off the list`,
    unexpected: (count) => `${countedInEnglish(count, 'unexpected failure', 'unexpected failures')}`,
    notJudged: (count) => `${countedInEnglish(count, 'entry not judged', 'entries not judged')}`,
  },
  assumption: {
    word: 'assumption',
    heading: 'This scenario rests on an assumption',
    counted: (count) => `${countedInEnglish(count, 'scenario rests', 'scenarios rest')} on an assumption.`,
  },
};
