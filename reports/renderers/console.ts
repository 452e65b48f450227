import { join } from 'node:path';
import { deviationOf } from '../evidence/deviation-of.ts';
import type { Remark } from '../evidence/remarks.ts';
import type { Verdict } from '../evidence/run.ts';
import { countKeys } from '../evidence/verdict.ts';
import { wentAsExpected } from '../model/expectations.ts';
import type { RunModel, ScenarioModel } from '../model/run-model.ts';
import { booksLines } from './books-console.ts';
import { catalogue, type Language, type Texts } from './catalogue.ts';
import { explain } from './explanation.ts';
import { ASSUMED, glyphs, verdictOrder } from './glyphs.ts';
import { countRequirements, durationOf } from './json.ts';
import { paintedBy } from './paint.ts';
import { replayLine } from './replay-line.ts';
import { bySameReason } from './same-reason.ts';
import { printable, wrap } from './terminal-text.ts';

const SHOWN = 20;
/** How the run is shown on a terminal. */
export interface ConsoleOptions {
  /** Only on a terminal. */
  readonly colour?: boolean;
  readonly language?: Language;
}

/**
 * The run in words for a terminal of 80 columns. Commands are never wrapped, so that they can be copied; the last
 * line is the verdict and the command that replays the run.
 */
export function renderConsole(
  model: RunModel,
  { colour = false, language = 'fr' }: ConsoleOptions = {},
): string {
  const texts = catalogue[language];
  const paint = paintedBy(colour);
  const red = model.scenarios
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'error' || verdict === 'inconclusive')
    .sort((one, other) => verdictOrder.indexOf(one.verdict) - verdictOrder.indexOf(other.verdict));
  const groups = bySameReason(red);
  const left = groups.slice(SHOWN).flat().length;
  const lines = [
    ...headLines(model, texts),
    '',
    ...groups.slice(0, SHOWN).flatMap((group) => [...groupLines(group, model, texts, paint), '']),
    ...(left > 0 ? [texts.console.more(left), ''] : []),
    ...(model.reconciliation ? [...booksLines(model.reconciliation, texts), ''] : []),
    ...countLines(model, texts, paint),
    `${texts.console.report} : ${join(model.folder, 'report.html')}`,
    `${paint(model.verdict, `${glyphs[model.verdict]} ${texts.verdict[model.verdict].toUpperCase()}${scopeOf(model, texts)}`)}   ${printable(model.run.replay)}`,
  ];
  return lines.join('\n');
}

/** A verdict without its scope would speak for requirements that nobody looked at. */
function scopeOf(model: RunModel, texts: Texts): string {
  if (model.verdict !== 'pass') return '';
  const { covered, total } = countRequirements(model);
  return ` ${texts.console.scope(covered, total)}`;
}

function headLines({ run }: RunModel, texts: Texts): string[] {
  const { target } = run;
  const seats = `${texts.console.underTest} : ${target.seatsUnderTest.join(', ') || texts.scope.none} ; ${texts.console.simulated} : ${target.simulatedSeats.join(', ') || texts.scope.none}`;
  const facts = `${texts.facts.seed} ${run.seed}, ${texts.facts.salt.toLowerCase()} ${run.salt}, ${(durationOf(run) / 1_000).toFixed(1)} s`;
  const { deviation } = deviationOf(run);
  return [
    ...(deviation === undefined ? [] : wrap(`! ${texts.deviating(deviation)}`)),
    ...wrap(`${target.name} (${texts.environments[target.environment]}) - ${facts}`),
    ...wrap(seats),
  ];
}

type Paint = (verdict: Verdict, text: string) => string;

/** The first of scenarios that ended alike, and how many are like it. */
function groupLines(group: readonly ScenarioModel[], model: RunModel, texts: Texts, paint: Paint): string[] {
  const [first, ...like] = group;
  if (!first) return [];
  const counted = like.length > 0 ? wrap(texts.console.sameReason(like.length), '  ') : [];
  return [...scenarioLines(first, model, texts, paint), ...counted];
}

function scenarioLines(scenario: ScenarioModel, model: RunModel, texts: Texts, paint: Paint): string[] {
  const { verdict, id, name, reason, findings } = scenario;
  const rows = new Map(model.requirements.map((row) => [row.id, row]));
  const bad = findings.filter((finding) => finding.verdict !== 'pass');
  return [
    paint(verdict, `${glyphs[verdict]} ${printable(id)}`),
    ...wrap(name, '  '),
    ...(reason === undefined ? [] : labelled(texts.failures.reason, reason)),
    ...bad.flatMap((finding) => wrap(explain(finding, rows.get(finding.requirement), texts.language), '  ')),
    `  ${printable(replayLine(model.run, id))}`,
  ];
}

function countLines(model: RunModel, texts: Texts, paint: Paint): string[] {
  const counts = verdictOrder.map((verdict) => {
    const count = model.counts[countKeys[verdict]];
    const text = `${glyphs[verdict]} ${count} ${texts.counted[verdict](count)}`;
    return count > 0 ? paint(verdict, text) : text;
  });
  const { covered, total, reasoned } = countRequirements(model);
  const assumed = model.scenarios.filter(({ assumptions }) => assumptions.length > 0).length;
  return [
    counts.join('  '),
    ...notApplicableLines(model, texts),
    ...wrap(texts.console.requirements(covered, total, reasoned)),
    ...(assumed > 0 ? wrap(`${ASSUMED} ${texts.assumption.counted(assumed)}`) : []),
    ...(model.unexpected.length > 0 ? wrap(texts.console.unexpected(model.unexpected.length)) : []),
    ...expectationLines(model, texts),
    ...model.remarks.flatMap((remark) => remarkLines(remark, texts)),
  ];
}

/** Why scenarios do not apply, each reason once. */
function notApplicableLines({ scenarios }: RunModel, { counted }: Texts): string[] {
  const verdict = 'not-applicable';
  return bySameReason(scenarios.filter((scenario) => scenario.verdict === verdict)).flatMap((group) => {
    const reason = group[0]?.reason;
    const count = group.length;
    return reason ? wrap(`${glyphs[verdict]} ${count} ${counted[verdict](count)} : ${reason}`) : [];
  });
}

function expectationLines({ expectations }: RunModel, { expectations: words }: Texts): string[] {
  if (!expectations) return [];
  const { expected, startedToPass, unexpected, notJudged } = expectations;
  const named = (count: (count: number) => string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [...wrap(`${count(ids.length)} :`), ...ids.map((id) => `  ${printable(id)}`)];
  return [
    ...wrap(wentAsExpected(expectations) ? words.asExpected : words.otherwise),
    ...wrap(words.expected(expected.length)),
    ...named(
      words.startedToPass,
      startedToPass.map(({ scenario }) => scenario),
    ),
    ...named(words.unexpected, unexpected),
    ...named(
      words.notJudged,
      notJudged.map(({ scenario }) => scenario),
    ),
  ];
}

function remarkLines({ at, author, scenario, verdict, reason }: Remark, texts: Texts): string[] {
  const { said, run, decides } = texts.remarks;
  const decision = verdict === undefined ? '' : ` - ${decides} : ${texts.verdict[verdict]}`;
  return [...wrap(`${said(author, at)} - ${scenario ?? run}${decision}`), ...wrap(reason, '  ')];
}

const labelled = (label: string, text: string, indent = '  '): string[] => wrap(`${label} : ${text}`, indent);
