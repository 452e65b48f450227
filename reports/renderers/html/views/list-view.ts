import { verdictOrder } from '../../glyphs.ts';
import type { PageScenario } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { assumptionBadge, badge } from './verdict-view.ts';
import { durationText, scenarioLink, seatName, stageName, type View } from './view.ts';

/** Filters, then the scenarios by feature: rows only, details come when one is opened. */
export function listView(view: View): Markup {
  const { data, texts } = view;
  const words = texts.list;
  const { scenarios } = data;
  const values = (pick: (scenario: PageScenario) => readonly string[]): string[] =>
    [...new Set(scenarios.flatMap(pick))].sort();
  const asIs = (value: string): string => value;
  return html`<h2 id="t-scenarios">${words.heading}</h2>
    <form class="filters" id="filters" role="search" aria-label="${words.search}">
      <label class="wide"><span>${words.search}</span><input type="search" id="search" data-filter="q" placeholder="${words.searchHint}" autocomplete="off"></label>
      ${choice(words.verdict, 'v', verdictOrder, (verdict) => texts.verdict[verdict as PageScenario['verdict']], words.all)}
      ${choice(
        words.stage,
        'e',
        values(({ stage }) => [stage]),
        (stage) => stageName(view, stage),
        words.all,
      )}
      ${choice(
        words.corridor,
        'c',
        values(({ corridors }) => corridors),
        asIs,
        words.all,
      )}
      ${choice(
        words.seat,
        'n',
        values(({ seats }) => seats),
        (seat) => seatName(view, seat),
        words.all,
      )}
      ${choice(
        words.requirement,
        'r',
        values(({ requirements }) => requirements),
        asIs,
        words.all,
      )}
      <button type="reset" class="quiet">${words.reset}</button>
    </form>
    <p class="summary" id="shown-count" role="status">${words.shown(scenarios.length, scenarios.length)}</p>
    <p class="hint keys">${words.keys}</p>
    <p class="empty" id="list-empty" hidden>${words.none}</p>
    <div id="list">${[...Map.groupBy(scenarios, ({ featurePath }) => featurePath)].map(([path, group]) => featureView(view, path, group))}</div>`;
}

const choice = (
  label: string,
  name: string,
  values: readonly string[],
  nameOf: (value: string) => string,
  all: string,
): Markup =>
  html`<label><span>${label}</span><select data-filter="${name}"><option value="">${all}</option>${values.map((value) => html`<option value="${value}">${nameOf(value)}</option>`)}</select></label>`;

const featureView = (view: View, path: string, scenarios: readonly PageScenario[]): Markup =>
  html`<section class="feature" data-feature="${path}"><h3 lang="fr">${scenarios[0]?.feature ?? path} <small>${path}</small></h3><ol>${scenarios.map((scenario) => rowView(view, scenario))}</ol></section>`;

function rowView(view: View, scenario: PageScenario): Markup {
  const { id, name, row, verdict, requirements, durationMs } = scenario;
  return html`<li class="scenario" data-id="${id}"><h4><a class="row" href="${scenarioLink(id)}" aria-expanded="false">${badge(view, verdict)}<span class="titled"><span class="name" lang="fr">${name}${row !== undefined && html` <small>(${row})</small>`}</span>${assumptionBadge(view, scenario)}</span><span class="cited">${requirements.slice(0, 3).join(' ')}${requirements.length > 3 && ` +${requirements.length - 3}`}</span><span class="took">${durationText(view, durationMs)}</span></a></h4></li>\n`;
}
