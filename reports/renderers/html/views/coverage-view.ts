import type { RequirementModel } from '../../../model/run-model.ts';
import { html, type Markup } from './markup.ts';
import { coverageBadge, coverageGlyph } from './verdict-view.ts';
import { requirementLink, requirementText, seatName, type View } from './view.ts';

const statusOrder = [
  'fail',
  'error',
  'inconclusive',
  'pass',
  'not-applicable',
  'reasoned',
  'unjudged',
  'missing',
] as const;

/** The matrix requirement x seat: by class, each class folded with its counts. */
export function coverageView(view: View): Markup {
  const { data, texts } = view;
  const judged = data.requirements.filter(({ status }) => status === 'pass' || status === 'fail').length;
  const seats = [...new Set(data.requirements.flatMap((requirement) => requirement.seats))];
  const classes = [...Map.groupBy(data.requirements, (requirement) => requirement.class)];
  return html`<h2 id="t-coverage">${texts.matrix.heading}</h2>
    <p class="summary">${texts.matrix.summary(judged, data.requirements.length)} ${countsOf(view, data.requirements)}</p>
    <form class="filters" id="coverage-filters" role="search" aria-label="${texts.matrix.filter}">
      <label class="wide"><span>${texts.matrix.filter}</span><input type="search" id="coverage-search" placeholder="${texts.matrix.filterHint}" autocomplete="off"></label>
      <label><span>${texts.matrix.status}</span><select id="coverage-status"><option value="">${texts.matrix.all}</option>${statusOrder.map((status) => html`<option value="${status}">${texts.coverage[status]}</option>`)}</select></label>
    </form>
    ${classes.map(([name, requirements]) => classView(view, name, requirements, seats))}
    <p class="empty" id="coverage-empty" hidden>${texts.matrix.noRow}</p>`;
}

function classView(
  view: View,
  name: string,
  requirements: readonly RequirementModel[],
  seats: readonly string[],
): Markup {
  const { texts } = view;
  const title = name === '' ? texts.matrix.unknown : texts.matrix.class(texts.classes[name] ?? name);
  const open = requirements.some(({ status }) => status === 'fail' || status === 'error');
  const columns = seats.length > 0 ? seats : [''];
  return html`<details class="matrix"${open ? OPEN : ''}>
    <summary><b>${title}</b> ${countsOf(view, requirements)}</summary>
    <div class="scroller" tabindex="0" role="region" aria-label="${title}"><table>
      <caption class="hidden">${texts.matrix.caption}</caption>
      <thead><tr><th scope="col">${texts.matrix.id}</th><th scope="col">${texts.matrix.text}</th><th scope="col">${texts.matrix.level}</th>${columns.map((seat) => html`<th scope="col">${seat === '' ? texts.matrix.seat : seatName(view, seat)}${isSimulated(view, seat) && html` <small>(${texts.matrix.simulated})</small>`}</th>`)}</tr></thead>
      <tbody>${requirements.map((requirement) => rowView(view, requirement, columns))}</tbody>
    </table></div>
  </details>`;
}

const OPEN = html` open`;

/** `customs` stands for every national system: simulated when none of them is under test. */
function isSimulated({ data }: View, seat: string): boolean {
  const { seatsUnderTest } = data.run.target;
  return seat === 'customs'
    ? seatsUnderTest.every((one) => one === 'hub')
    : seat !== '' && !seatsUnderTest.includes(seat);
}

function rowView(view: View, requirement: RequirementModel, columns: readonly string[]): Markup {
  const { texts } = view;
  const { id, status, level, scenarios, source, reason } = requirement;
  const bound = requirement.seats.length > 0 ? requirement.seats : columns.slice(0, 1);
  const count =
    scenarios.length > 0 &&
    html`<a class="by" href="${requirementLink(id)}">${texts.matrix.scenarios(scenarios.length)}</a>`;
  const cell = (seat: string): Markup =>
    bound.includes(seat)
      ? html`<td>${coverageBadge(view, status)} ${count}</td>`
      : html`<td class="unbound">–</td>`;
  return html`<tr data-requirement="${id}" data-status="${status}"><th scope="row">${id}</th><td>${requirementText(view, id)}${source !== '' && html` <small>${texts.matrix.source} : ${source}</small>`}${Boolean(reason) && html` <small lang="fr">${texts.scope.reason} : ${reason}</small>`}</td><td>${level}</td>${columns.map(cell)}</tr>`;
}

/** Counts by status, the gravest first; what is zero is left out. */
function countsOf({ texts }: View, requirements: readonly RequirementModel[]): Markup {
  const counts = statusOrder.map((status) => ({
    status,
    count: requirements.filter((one) => one.status === status).length,
  }));
  return html`<span class="tally">${counts.filter(({ count }) => count > 0).map(({ status, count }) => html`<span class="v-${status}"><span aria-hidden="true">${coverageGlyph(status)}</span> ${texts.coverage[status]} : ${count}</span> `)}</span>`;
}
