import type { Verdict } from '../../../evidence/run.ts';
import { glyphs, verdictOrder } from '../../glyphs.ts';
import type { PageScenario } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { inAddress, seatName, stageName, type View } from './view.ts';

const BAR_WIDTH = 200;

/** Results by stage, corridor and seat: tables that also show a bar. */
export function resultsView(view: View): Markup {
  const { data, texts } = view;
  const { results } = texts;
  const stages = inStageOrder(
    view,
    group(data.scenarios, ({ stage }) => [stage]),
  );
  const corridors = mostFirst(group(data.scenarios, (scenario) => orElse(scenario.corridors, '')));
  const seats = mostFirst(
    group(data.scenarios, (scenario) =>
      orElse(
        scenario.seats.filter((seat) => seat !== 'unknown'),
        '',
      ),
    ),
  );
  return html`<h2 id="t-results">${results.heading}</h2>
    ${tableView(view, results.byStage, stages, 'e', (stage) => stageName(view, stage))}
    ${tableView(view, results.byCorridor, corridors, 'c', (corridor) => corridor || results.none)}
    ${tableView(view, results.bySeat, seats, 'n', (seat) => (seat === '' ? results.noSeat : seatName(view, seat)))}
    <p class="hint">${results.bySeatNote}</p>`;
}

/** The order of the journey, as the catalogue lists its stages. */
function inStageOrder({ texts }: View, groups: Groups): Groups {
  const order = Object.keys(texts.stages);
  const rank = (stage: string): number => (order.includes(stage) ? order.indexOf(stage) : order.length);
  return groups.toSorted(([one], [other]) => rank(one) - rank(other));
}

const mostFirst = (groups: Groups): Groups =>
  groups.toSorted(([, one], [, other]) => other.length - one.length);

type Groups = readonly (readonly [string, readonly PageScenario[]])[];

function group(
  scenarios: readonly PageScenario[],
  keysOf: (scenario: PageScenario) => readonly string[],
): Groups {
  const groups = new Map<string, PageScenario[]>();
  for (const scenario of scenarios)
    for (const key of keysOf(scenario)) {
      const known = groups.get(key);
      if (known) known.push(scenario);
      else groups.set(key, [scenario]);
    }
  return [...groups];
}

const orElse = (values: readonly string[], other: string): readonly string[] =>
  values.length > 0 ? values : [other];

function tableView(
  view: View,
  title: string,
  groups: Groups,
  filter: string,
  nameOf: (key: string) => string,
): Markup {
  const { texts } = view;
  const most = Math.max(1, ...groups.map(([, scenarios]) => scenarios.length));
  const row = ([key, scenarios]: Groups[number]): Markup => {
    const name = nameOf(key);
    const counts = verdictOrder.map((verdict) => ({
      verdict,
      count: scenarios.filter((one) => one.verdict === verdict).length,
    }));
    const label = key === '' ? name : html`<a href="#${filter}=${inAddress(key)}">${name}</a>`;
    return html`<tr><th scope="row">${label}</th><td class="bar">${barView(counts, most)}</td>${counts.map(({ verdict, count }) => html`<td class="number ${count > 0 ? `v-${verdict}` : 'zero'}">${count}</td>`)}<td class="number">${scenarios.length}</td></tr>`;
  };
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${title}"><table class="results"><caption>${title}</caption>
    <thead><tr><td></td><th scope="col">${texts.results.share}</th>${verdictOrder.map((verdict) => html`<th scope="col" class="number"><abbr title="${texts.counted[verdict](2)}">${glyphs[verdict]}</abbr><span class="hidden"> ${texts.counted[verdict](2)}</span></th>`)}<th scope="col" class="number">${texts.results.total}</th></tr></thead>
    <tbody>${groups.map(row)}</tbody></table></div>`;
}

/** A stacked bar; the numbers stand in the cells beside it, so it is silent for screen readers. */
function barView(counts: readonly { verdict: Verdict; count: number }[], most: number): Markup {
  let x = 0;
  const parts = counts.map(({ verdict, count }) => {
    const width = (count / most) * BAR_WIDTH;
    const part =
      count > 0 &&
      html`<rect class="fill-${verdict}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="14"/>`;
    x += width;
    return part;
  });
  return html`<svg viewBox="0 0 ${BAR_WIDTH} 14" width="${BAR_WIDTH}" height="14" aria-hidden="true">${parts}</svg>`;
}
