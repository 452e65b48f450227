import { type Distribution, mergeDistributions, valuesAt } from '../../../load/distribution.ts';
import { leadAt } from '../../../load/judge-limits.ts';
import type { LoadResult } from '../../../load/load-result.ts';
import type { Answers } from '../../../load/measures.ts';
import type { Texts } from '../../catalogue.ts';
import { limitNames } from '../../limit-names.ts';
import { numberText } from '../../load-text.ts';
import { html, type Markup } from './markup.ts';

const PERCENTILES = [50, 90, 95, 99] as const;
const LOW_PERCENTILES = [1, 5, 50] as const;
const US_PER_MS = 1_000;
const MS_PER_HOUR = 3_600_000;

/** Percentiles of answer times, delivery delays and leads. */
export function loadTablesView({ measures }: LoadResult, texts: Texts): Markup {
  const { load, locale, language } = texts;
  const names = limitNames[language];
  const heads = [...PERCENTILES.map(names.percentile), load.most];
  const deliveries = measures.deliveries.map(
    ({ country, delays }) =>
      html`<tr><th scope="row">${country}</th>${number(delays.count, locale)}${percentileCells(delays, locale)}</tr>`,
  );
  const leads = measures.leads.map(({ country, ahead, behind }) => {
    const hours = LOW_PERCENTILES.map((percentile) => leadAt(measures, percentile, country));
    return html`<tr><th scope="row">${country}</th>${number(ahead.count + behind.count, locale)}${hours.map((ms) => cell(ms === null ? '' : numberText(ms / MS_PER_HOUR, locale)))}</tr>`;
  });
  return html`${table(load.percentiles, load.percentilesHint, [load.message, load.country, load.attempts, load.failed, load.refused, ...heads], answerRows(measures.answers, texts), 2)}
    ${table(load.deliveries, load.deliveriesHint, [load.country, load.received, ...heads], deliveries)}
    ${table(load.leads, load.leadsHint, [load.country, load.movements, ...LOW_PERCENTILES.map(names.percentile)], leads)}`;
}

/** All messages, then each: together and by country; the questions last. */
function answerRows(answers: readonly Answers[], texts: Texts): Markup[] {
  const { load, locale, language } = texts;
  const names = limitNames[language];
  const messages = answers.filter(({ isQuestion }) => !isQuestion);
  const byName = [...Map.groupBy(answers, ({ message }) => message)];
  const together = (all: readonly Answers[], name: string): Markup => {
    const countries = [...new Set(all.map(({ country }) => country))];
    return html`<tr class="together"><th scope="rowgroup">${name}</th><td>${countries.length === 1 && countries}</td>${rowCells(all, locale)}</tr>`;
  };
  return [
    ...(messages.length > 0 ? [together(messages, load.all)] : []),
    ...byName.flatMap(([name, all]) => [
      together(all, names.message(name)),
      ...(all.length > 1
        ? all.map(
            (one) => html`<tr><th scope="row"></th><td>${one.country}</td>${rowCells([one], locale)}</tr>`,
          )
        : []),
    ]),
  ];
}

function rowCells(all: readonly Answers[], locale: string): Markup {
  const sum = (take: (one: Answers) => number): number => all.reduce((total, one) => total + take(one), 0);
  const attempts = sum((one) => one.attempts);
  const failed = attempts - sum((one) => one.acknowledged);
  return html`${number(attempts, locale)}${number(failed, locale)}${number(
    sum((one) => one.refused),
    locale,
  )}${percentileCells(mergeDistributions(all.map(({ times }) => times)), locale)}`;
}

const percentileCells = (times: Distribution, locale: string): Markup[] =>
  [...valuesAt(times, PERCENTILES), times.count === 0 ? null : times.most].map((us) =>
    cell(us === null ? '' : numberText(us / US_PER_MS, locale)),
  );

const cell = (text: string): Markup => html`<td class="number">${text}</td>`;
const number = (value: number, locale: string): Markup => cell(value.toLocaleString(locale));

/** @param words how many of the first columns hold words */
const table = (
  caption: string,
  hint: string,
  heads: readonly string[],
  rows: readonly Markup[],
  words = 1,
): Markup | false =>
  rows.length > 0 &&
  html`<div class="scroller" tabindex="0" role="region" aria-label="${caption}"><table class="percentiles"><caption>${caption}</caption>
    <thead><tr>${heads.map((head, at) => html`<th scope="col" class="${at < words ? '' : 'number'}">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div><p class="hint">${hint}</p>`;
