import type { Verdict } from '../evidence/run.ts';

const ESCAPE = '\u001b[';
const colours: Readonly<Record<Verdict, string>> = {
  pass: '32',
  fail: '31',
  inconclusive: '33',
  'not-applicable': '2',
  error: '35',
};

/** Text in the colour of a verdict, where a terminal shows colours. */
export const paintedBy =
  (colour: boolean) =>
  (verdict: Verdict, text: string): string =>
    colour ? `${ESCAPE}${colours[verdict]}m${text}${ESCAPE}0m` : text;
