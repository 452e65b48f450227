import type { StepModel } from '../../../model/run-model.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

const signs: Readonly<Record<StepModel['status'], string>> = {
  passed: '✓',
  failed: '✗',
  skipped: '–',
  pending: '…',
  undefined: '?',
  ambiguous: '?',
  unknown: '?',
  missing: '–',
};

/** The French text of a scenario, each line with how it ended. */
export const stepsView = (view: View, steps: readonly StepModel[]): Markup =>
  html`<ol class="steps">${steps.map((step) => stepView(view, step))}</ol>`;

function stepView({ texts }: View, step: StepModel): Markup {
  const { status, keyword, text, table, docString, error, trace } = step;
  return html`<li class="step-${status}"><span class="glyph" aria-hidden="true">${signs[status]}</span><div>
    <span lang="fr"><b>${keyword}</b> ${text}</span> <span class="hidden">(${texts.steps[status]})</span>
    ${table && tableView(table)}${docString !== undefined && html`<pre class="doc" lang="fr">${docString}</pre>`}
    ${error !== undefined && html`<p class="step-error" lang="fr">${error}</p>`}
    ${trace !== undefined && trace !== error && html`<details class="trace"><summary>${texts.detail.trace}</summary><pre tabindex="0">${trace}</pre></details>`}
  </div></li>`;
}

/** A data table of the text; its first row is read as heads. */
function tableView([head = [], ...rows]: readonly (readonly string[])[]): Markup {
  return html`<div class="scroller" tabindex="0"><table class="data" lang="fr"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
