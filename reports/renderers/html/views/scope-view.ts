import { isAssumed } from '../../../model/assumptions.ts';
import type { RequirementModel } from '../../../model/run-model.ts';
import { html, type Markup } from './markup.ts';
import { coverageGlyph } from './verdict-view.ts';
import { requirementLink, requirementText, scenarioLink, seatName, type View } from './view.ts';

/** What the verdict is about, what it is not about, and what was left out with which reason. */
export function scopeView(view: View): Markup {
  const { data, texts } = view;
  const { target, versions } = data.run;
  return html`<h2 id="t-scope">${texts.scope.heading}</h2>
    <div class="columns">
      <div>
        <dl class="scope">
          <div><dt>${texts.scope.underTest}</dt><dd>${seatsView(view, target.seatsUnderTest, 'tested')}</dd></div>
          <div><dt>${texts.scope.simulated}</dt><dd>${seatsView(view, target.simulatedSeats, 'simulated')}</dd></div>
          <div><dt>${texts.facts.hub}</dt><dd><code>${target.hub}</code></dd></div>
          <div><dt>${texts.facts.versions}</dt><dd>${Object.entries(versions).map(([name, version]) => html`<span class="version">${name} ${version}</span> `)}</dd></div>
        </dl>
        ${classesView(view)}
      </div>
      <div>
        <h3>${texts.scope.notEvidence}</h3>
        <ul class="limits">${texts.scope.limits.map((limit) => html`<li>${limit}</li>`)}</ul>
      </div>
    </div>
    ${leftOut(view)}`;
}

function seatsView(view: View, seats: readonly string[], kind: 'tested' | 'simulated'): Markup {
  if (seats.length === 0) return html`${view.texts.scope.none}`;
  return html`<ul class="seats">${seats.map((seat) => html`<li class="${kind}">${seatName(view, seat)}</li>`)}</ul>`;
}

/** One row per class: is it claimed, and how many of its requirements were judged. */
function classesView(view: View): Markup | false {
  const { data, texts } = view;
  const classes = [
    ...Map.groupBy(
      data.requirements.filter(({ unknown }) => !unknown),
      (requirement) => requirement.class,
    ),
  ];
  if (classes.length === 0) return false;
  const claimed = new Set(data.run.target.classes);
  const row = ([name, requirements]: (typeof classes)[number]): Markup => {
    const judged = requirements.filter(({ status }) => status === 'pass' || status === 'fail').length;
    const said = claimed.has(name) ? texts.scope.classesClaimed : texts.scope.classesUnclaimed;
    return html`<tr><th scope="row">${texts.classes[name] ?? name}</th><td>${claimed.size > 0 && said}</td><td class="number">${judged} / ${requirements.length}</td></tr>`;
  };
  return html`<table class="classes"><caption>${texts.scope.classes}</caption><tbody>${classes.map(row)}</tbody></table>`;
}

/** Requirements without judgement, assumptions and scenarios that do not apply: counted, listed on demand. */
function leftOut(view: View): Markup {
  const { data, texts } = view;
  const known = data.requirements.filter(({ unknown }) => !unknown);
  const reasoned = known.filter(({ status }) => status === 'reasoned');
  const uncovered = known.filter(
    ({ status }) => status !== 'pass' && status !== 'fail' && status !== 'reasoned',
  );
  const assumed = known.filter(isAssumed);
  const skipped = data.scenarios.filter(({ verdict }) => verdict === 'not-applicable');
  return html`<div class="left-out">
    ${reasoned.length > 0 && html`<details><summary>${texts.scope.untested(reasoned.length)}</summary><ul>${reasoned.map((requirement) => requirementItem(view, requirement, requirement.reason))}</ul></details>`}
    ${uncovered.length > 0 && html`<details><summary>${texts.scope.uncovered(uncovered.length)}</summary><ul>${uncovered.map((requirement) => requirementItem(view, requirement, texts.coverage[requirement.status]))}</ul></details>`}
    ${assumed.length > 0 && html`<details><summary>${texts.scope.assumptions(assumed.length)}</summary><ul>${assumed.map((requirement) => requirementItem(view, requirement, requirement.source))}</ul></details>`}
    ${skipped.length > 0 && html`<details><summary>${texts.scope.skipped(skipped.length)}</summary><ul>${skipped.map(({ id, name, reason }) => html`<li><a href="${scenarioLink(id)}" lang="fr">${name}</a>${reason !== undefined && html` <span class="why" lang="fr">${reason}</span>`}</li>`)}</ul></details>`}
  </div>`;
}

const requirementItem = (view: View, { id, status }: RequirementModel, why: string | undefined): Markup =>
  html`<li><span class="glyph" aria-hidden="true">${coverageGlyph(status)}</span> <a href="${requirementLink(id)}">${id}</a> ${requirementText(view, id)}${why !== undefined && html` <span class="why">${why}</span>`}</li>`;
