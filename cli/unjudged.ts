import type { RunModel } from '../reports/model/run-model.ts';
import { wrap } from '../reports/renderers/terminal-text.ts';

/** A scenario that ended without a judgement, and why. */
interface Unjudged {
  readonly scenario: string;
  readonly verdict: 'error' | 'inconclusive';
  readonly reason: string;
}

/** What was played and says nothing of the stack: a table that is wrong, a link that broke. */
export const unjudgedIn = ({ scenarios }: RunModel): Unjudged[] =>
  scenarios.flatMap(({ name, verdict, reason = '' }) =>
    verdict === 'error' || verdict === 'inconclusive' ? [{ scenario: name, verdict, reason }] : [],
  );

const WORDS = { error: 'en erreur', inconclusive: 'indécis' } as const;

export const unjudgedLines = (unjudged: readonly Unjudged[]): string[] =>
  unjudged.flatMap(({ scenario, verdict, reason }) => [
    ...wrap(`${WORDS[verdict]} : ${scenario}`, '  '),
    ...wrap(reason, '    '),
  ]);
