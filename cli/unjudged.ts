import type { Unjudged } from '../reports/renderers/json.ts';
import { wrap } from '../reports/renderers/terminal-text.ts';

const WORDS = { error: 'en erreur', inconclusive: 'indécis' } as const;

export const unjudgedLines = (unjudged: readonly Unjudged[]): string[] =>
  unjudged.flatMap(({ scenario, verdict, reason }) => [
    ...wrap(`${WORDS[verdict]} : ${scenario}`, '  '),
    ...wrap(reason, '    '),
  ]);
