import type { RunVerdict } from '../evidence/verdict.ts';

/** What a comparison of two runs says, in one language. */
export interface CompareTexts {
  readonly heading: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** One of the two runs: id, target, seed, then its verdict. */
  readonly run: (runId: string, target: string, seed: number, verdict: string) => string;
  /** What the comparison as a whole says. */
  readonly sentence: Readonly<Record<RunVerdict, string>>;
  /** Requirements that were judged before and are not any more. */
  readonly untold: (count: number) => string;
  readonly sections: Readonly<
    Record<'red' | 'green' | 'otherwise' | 'requirements' | 'slower' | 'appeared' | 'disappeared', string>
  >;
  readonly more: (count: number) => string;
}

/** A comparison, in French. */
export const compareInFrench: CompareTexts = {
  heading: 'Comparaison de deux campagnes',
  title: 'Comparaison',
  before: 'Avant',
  after: 'Après',
  run: (runId, target, seed, verdict) => `${runId}, ${target}, graine ${seed} : ${verdict}`,
  sentence: {
    fail: 'La seconde campagne montre des non-conformités que la première ne montrait pas.',
    error: 'Notre banc s’est trompé dans la seconde campagne là où la première avait jugé.',
    inconclusive: 'La seconde campagne ne peut plus juger ce que la première avait jugé.',
    pass: 'La seconde campagne ne montre rien de plus grave que la première.',
  },
  untold: (count) =>
    count === 1
      ? 'Une exigence jugée avant ne l’est plus : personne ne peut dire si elle est encore respectée.'
      : `${count} exigences jugées avant ne le sont plus : personne ne peut dire si elles sont encore respectées.`,
  sections: {
    red: 'Devenus non conformes',
    green: 'Devenus conformes',
    otherwise: 'Autres changements',
    requirements: 'Exigences',
    slower: 'Plus lents',
    appeared: 'Apparus',
    disappeared: 'Disparus',
  },
  more: (count) => `… et ${count} ${count > 1 ? 'autres' : 'autre'}`,
};

/** A comparison, in English. */
export const compareInEnglish: CompareTexts = {
  heading: 'Two runs compared',
  title: 'Comparison',
  before: 'Before',
  after: 'After',
  run: (runId, target, seed, verdict) => `${runId}, ${target}, seed ${seed}: ${verdict}`,
  sentence: {
    fail: 'The second run shows non-conformities that the first did not show.',
    error: 'Our harness went wrong in the second run where the first had judged.',
    inconclusive: 'The second run can no longer judge what the first had judged.',
    pass: 'The second run shows nothing graver than the first.',
  },
  untold: (count) =>
    count === 1
      ? 'One requirement judged before is not judged any more: nobody can tell whether it is still met.'
      : `${count} requirements judged before are not judged any more: nobody can tell whether they are still met.`,
  sections: {
    red: 'Now not conformant',
    green: 'Now conformant',
    otherwise: 'Other changes',
    requirements: 'Requirements',
    slower: 'Slower',
    appeared: 'Appeared',
    disappeared: 'Disappeared',
  },
  more: (count) => `… and ${count} more`,
};
