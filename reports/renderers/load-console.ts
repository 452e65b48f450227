import { join } from 'node:path';
import type { Verdict } from '../evidence/run.ts';
import { achieved, submissionsOf } from '../load/judge-limits.ts';
import type { LoadResult } from '../load/load-result.ts';
import { LOAD_FILES } from '../load/load-run.ts';
import { booksLines } from './books-console.ts';
import { catalogue, type Language, type Texts } from './catalogue.ts';
import { glyphs } from './glyphs.ts';
import { limitText, loadDurationMs, loadNotes, shareText } from './load-text.ts';
import { paintedBy } from './paint.ts';
import { targetText } from './target-text.ts';
import { printable, wrap } from './terminal-text.ts';

/** How a load run is shown on a terminal. */
export interface LoadConsoleOptions {
  /** Only on a terminal. */
  readonly colour?: boolean;
  readonly language?: Language;
}

/** A load run in words for a terminal of 80 columns; the last line is the verdict and the command that plays it again. */
export function renderLoadConsole(
  result: LoadResult,
  { colour = false, language = 'fr' }: LoadConsoleOptions = {},
): string {
  const texts = catalogue[language];
  const paint = paintedBy(colour);
  const { verdict, runs, runDir, reconciliation } = result;
  return [
    ...headLines(result, texts),
    '',
    ...limitLines(result, texts, paint),
    '',
    ...booksLines(reconciliation, texts),
    '',
    ...loadNotes(result, texts).flatMap((note) => wrap(`! ${note}`)),
    `${texts.load.reportedTo} : ${printable(join(runDir, LOAD_FILES.report))}`,
    `${paint(verdict, `${glyphs[verdict]} ${texts.verdict[verdict].toUpperCase()}`)}   ${printable(runs[0].replay)}`,
  ].join('\n');
}

function headLines(result: LoadResult, texts: Texts): string[] {
  const { load, facts, locale } = texts;
  const [{ plan, seed, salt, target }] = result.runs;
  const { attempts, failed, refused } = submissionsOf(result.measures);
  const { acknowledged, offered } = result.measures;
  const share = achieved(result.measures);
  const count = (value: number): string => value.toLocaleString(locale);
  const seconds = (loadDurationMs(result) / 1_000).toFixed(1);
  return [
    ...wrap(
      `${plan.title[texts.language]} (${plan.name}), ${facts.seed.toLowerCase()} ${seed}, ${facts.salt.toLowerCase()} ${salt}, ${seconds} s`,
    ),
    ...wrap(
      `${targetText(target.name, target.deviation, texts)} (${texts.environments[target.environment]})`,
    ),
    ...wrap(
      load.achieved(
        count(acknowledged),
        count(offered.messages),
        share === null ? '-' : shareText(share, locale),
      ),
    ),
    ...wrap(load.sent(count(attempts), count(failed), count(refused))),
  ];
}

function limitLines(
  { limits }: LoadResult,
  texts: Texts,
  paint: (verdict: Verdict, text: string) => string,
): string[] {
  return limits.flatMap((one) => {
    const { name, asked, seen } = limitText(one, texts);
    const { verdict } = one.judged;
    const [first = '', ...rest] = wrap(`${glyphs[verdict]} ${name} : ${seen}, ${asked}`);
    return [paint(verdict, first), ...rest.map((line) => `  ${line}`)];
  });
}
