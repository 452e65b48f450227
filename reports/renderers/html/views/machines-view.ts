import type { PageMachine } from '../page-data.ts';
import { html, type Markup, trusted } from './markup.ts';
import type { View } from './view.ts';

const visitedOf = (entries: readonly { readonly visited: boolean }[]): number =>
  entries.filter(({ visited }) => visited).length;

/** What the run went through of the state machines: a table of counts, then each machine as picture and list. */
export function machinesView(view: View): Markup {
  const { data, texts } = view;
  const { machines } = data;
  const ways = machines.flatMap((machine) => machine.ways);
  const states = machines.flatMap((machine) => machine.states);
  return html`<h2 id="t-machines">${texts.machines.heading}</h2>
    <p class="summary">${texts.machines.summary(visitedOf(ways), ways.length)}</p>
    <table class="classes"><caption>${texts.machines.caption}</caption>
      <thead><tr><th scope="col">${texts.machines.machine}</th><th scope="col" class="number">${texts.machines.states}</th><th scope="col" class="number">${texts.machines.transitions}</th></tr></thead>
      <tbody>${machines.map((machine) => rowView(view, machine))}</tbody>
      <tfoot><tr><th scope="row">${texts.results.total}</th><td class="number">${visitedOf(states)} / ${states.length}</td><td class="number">${visitedOf(ways)} / ${ways.length}</td></tr></tfoot>
    </table>
    <p class="summary">${texts.machines.legend}</p>
    ${machines.map((machine) => machineView(view, machine))}`;
}

const rowView = ({ texts }: View, { name, states, ways }: PageMachine): Markup =>
  html`<tr><th scope="row">${texts.machines.titles[name]}</th><td class="number">${visitedOf(states)} / ${states.length}</td><td class="number">${visitedOf(ways)} / ${ways.length}</td></tr>`;

function machineView({ texts }: View, { name, picture, ways }: PageMachine): Markup {
  const title = texts.machines.titles[name];
  const missed = ways.filter(({ visited }) => !visited);
  return html`<details class="machine">
    <summary><b>${title}</b> ${visitedOf(ways)} / ${ways.length}</summary>
    <div class="scroller" tabindex="0" role="region" aria-label="${title}">${trusted(picture[texts.language])}</div>
    ${missed.length > 0 && html`<h3>${texts.machines.missed(missed.length)}</h3><ul>${missed.map(({ from, to, on }) => html`<li><code>${from}</code> → <code>${to}</code> ${on}</li>`)}</ul>`}
  </details>`;
}
