import type { Envelope, Pickle } from '@cucumber/messages';

/** What Cucumber announces before it runs the first scenario. */
export interface Announced {
  /** Scenarios that will run. */
  readonly total: number;
  /** Of these, those that want a stack of their own. */
  readonly exclusive: number;
  /** Of these, those that move the clock of a stack which they share. */
  readonly clocked: number;
}

/** Listens to Cucumber's messages and tells, once, what will run. */
export function announcement(tell: (announced: Announced) => void): (envelope: Envelope) => void {
  const pickles = new Map<string, Pickle>();
  let total = 0;
  let exclusive = 0;
  let clocked = 0;
  let told = false;
  return ({ pickle, testCase, testCaseStarted, testRunFinished }) => {
    if (pickle) pickles.set(pickle.id, pickle);
    if (testCase) {
      total += 1;
      const tags = pickles.get(testCase.pickleId)?.tags.map(({ name }) => name) ?? [];
      if (tags.includes('@exclusif')) exclusive += 1;
      else if (tags.includes('@horloge')) clocked += 1;
    }
    if (told || !(testCaseStarted || testRunFinished)) return;
    told = true;
    tell({ total, exclusive, clocked });
  };
}
