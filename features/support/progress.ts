import type { Envelope, Pickle } from '@cucumber/messages';

/** A scenario whose stack has needs (`StackNeeds`): it waits for the step that tells them. */
export const MADE_TO_MEASURE = '@sur-mesure';

/** What Cucumber announces before it runs the first scenario. */
export interface Announced {
  /** Scenarios that will run. */
  readonly total: number;
  /** Of these, those that want an ordinary stack of their own. */
  readonly exclusive: number;
  /** Of these, those that move the clock of a stack which they share. */
  readonly clocked: number;
  /** Of these, those whose stack asks national services. */
  readonly serviced: number;
  /** Of these, those whose stack reaches its database over a link. */
  readonly linked: number;
}

/** Which stack a scenario wants; undefined: the one that most share, or one too rare to be started ahead. */
function stackOf(tags: readonly string[]): Exclude<keyof Announced, 'total'> | undefined {
  if (tags.includes(MADE_TO_MEASURE)) {
    if (tags.includes('@services')) return 'serviced';
    return tags.includes('@base-distante') ? 'linked' : undefined;
  }
  if (tags.includes('@exclusif')) return 'exclusive';
  return tags.includes('@horloge') ? 'clocked' : undefined;
}

/** Listens to Cucumber's messages and tells, once, what will run. */
export function announcement(tell: (announced: Announced) => void): (envelope: Envelope) => void {
  const pickles = new Map<string, Pickle>();
  const announced = { total: 0, exclusive: 0, clocked: 0, serviced: 0, linked: 0 };
  let told = false;
  return ({ pickle, testCase, testCaseStarted, testRunFinished }) => {
    if (pickle) pickles.set(pickle.id, pickle);
    if (testCase) {
      announced.total += 1;
      const wanted = stackOf(pickles.get(testCase.pickleId)?.tags.map(({ name }) => name) ?? []);
      if (wanted) announced[wanted] += 1;
    }
    if (told || !(testCaseStarted || testRunFinished)) return;
    told = true;
    tell(announced);
  };
}
