import { deviationOf } from '../../../evidence/deviation-of.ts';
import type { Verdict } from '../../../evidence/run.ts';
import { countKeys } from '../../../evidence/verdict.ts';
import type { CoverageStatus, EvidenceNote } from '../../../model/run-model.ts';
import type { Texts } from '../../catalogue.ts';
import { ASSUMED, glyphs, verdictOrder } from '../../glyphs.ts';
import { targetText } from '../../target-text.ts';
import type { PageScenario } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { durationText, longInstant, type View } from './view.ts';

/** Sign, word and colour of a verdict; never colour alone. */
export const badge = ({ texts }: Pick<View, 'texts'>, verdict: Verdict): Markup =>
  html`<span class="badge v-${verdict}"><span class="glyph" aria-hidden="true">${glyphs[verdict]}</span>${texts.verdict[verdict]}</span>`;

/** Mark of a scenario that rests on an assumption, with the assumptions in its title; nothing when it rests on none. */
export const assumptionBadge = (
  { texts }: Pick<View, 'texts'>,
  { assumptions }: PageScenario,
): Markup | false =>
  assumptions !== undefined &&
  html` <span class="badge assumed" title="${assumptions.join(' ; ')}"><span class="glyph" aria-hidden="true">${ASSUMED}</span>${texts.assumption.word}</span>`;

/** The same for what a run says of a requirement. */
export const coverageBadge = ({ texts }: Pick<View, 'texts'>, status: CoverageStatus): Markup =>
  html`<span class="badge v-${status}"><span class="glyph" aria-hidden="true">${coverageGlyph(status)}</span>${texts.coverage[status]}</span>`;

/** Sign of a status of coverage. */
export const coverageGlyph = (status: CoverageStatus): string =>
  status === 'reasoned' ? '○' : status === 'unjudged' || status === 'missing' ? '·' : glyphs[status];

/** A command that the reader will type or copy. */
export const command = (label: string, text: string, texts: Texts): Markup =>
  html`<div class="command"><span class="label">${label}</span><code translate="no">${text.split(' ').map((word) => html`<span class="word">${word}</span> `)}</code><button type="button" class="quiet" data-copy="${text}">${texts.copy}</button></div>`;

/** Verdict, what it rests on, and how to get it again. */
export function verdictView(view: View): Markup {
  const { data, texts } = view;
  const { run, verdict, counts } = data;
  const { deviation } = deviationOf(run);
  const judged = counts.pass + counts.fail + counts.inconclusive + counts.error;
  const facts: readonly (readonly [string, string])[] = [
    [texts.facts.target, targetText(run.target.name, deviation, texts)],
    [texts.facts.environment, texts.environments[run.target.environment]],
    [texts.facts.started, longInstant(view, run.startedAt)],
    [texts.facts.duration, durationText(view, run.durationMs)],
    [texts.facts.seedAndSalt, `${run.seed} · ${run.salt}`],
    [texts.facts.run, run.runId],
  ];
  return html`
    <div class="verdict v-${verdict}">
      <p class="seal" aria-hidden="true">${glyphs[verdict]}</p>
      <div>
        <p class="eyebrow">${texts.nav.verdict}${deviation !== undefined && ` · ${texts.deviating(deviation)}`}</p>
        <h2>${texts.verdict[verdict]}</h2>
        <p class="lead">${texts.sentence[verdict](judged, counts[verdict])} ${coverageSentence(view)}${assumptionSentence(view)}</p>
      </div>
    </div>
    <ul class="counts">${verdictOrder.map((kind) => countItem(view, kind, counts[countKeys[kind]]))}</ul>
    <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${command(texts.replay, run.replay, texts)}
    ${notesView(view)}`;
}

/** A verdict is worth what it covers: the number stands beside it. */
function coverageSentence({ data, texts }: View): string {
  const known = data.requirements.filter(({ unknown }) => !unknown);
  const judged = known.filter(({ status }) => status === 'pass' || status === 'fail').length;
  return known.length === 0 ? '' : texts.matrix.summary(judged, known.length);
}

/** What rests on an assumption is worth no more than the assumption: the number stands beside the verdict too. */
function assumptionSentence({ data, texts }: View): string {
  const count = data.scenarios.filter(({ assumptions }) => assumptions !== undefined).length;
  return count === 0 ? '' : ` ${texts.assumption.counted(count)}`;
}

const countItem = ({ texts }: View, verdict: Verdict, count: number): Markup =>
  html`<li class="${count > 0 ? `v-${verdict}` : 'zero'}"><a href="#v=${verdict}"><b>${count}</b> <span><span class="glyph" aria-hidden="true">${glyphs[verdict]}</span> ${texts.counted[verdict](count)}</span></a></li>`;

function notesView({ data, texts }: View): Markup | false {
  if (data.notes.length === 0) return false;
  return html`<div class="notes" role="note"><h3>${texts.notes.heading}</h3><ul>${data.notes.map((note) => html`<li>${noteText(note, texts)}</li>`)}</ul></div>`;
}

function noteText(note: EvidenceNote, { notes, verdict }: Texts): string {
  switch (note.kind) {
    case 'interrupted':
      return notes.interrupted(note.notStarted);
    case 'torn':
      return notes.torn(note.file, note.line);
    case 'absent':
      return notes.absent(note.file);
    case 'chain-broken':
      return notes.chainBroken(note.file, note.line);
    case 'chain-cut':
      return notes.chainCut(note.file);
    case 'no-register':
      return notes.noRegister;
    case 'verdict-differs':
      return notes.verdictDiffers(verdict[note.recorded as Verdict] ?? note.recorded);
  }
}
