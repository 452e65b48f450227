import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, languages, type Texts } from '../renderers/catalogue.ts';
import { glyphs } from '../renderers/glyphs.ts';
import { html, type Markup, trusted } from '../renderers/html/views/markup.ts';
import { targetText } from '../renderers/target-text.ts';
import { printable } from '../renderers/terminal-text.ts';
import { type ComparedRun, type Comparison, isUntoldNow } from './compare-runs.ts';
import { sectionsOf } from './comparison-text.ts';

const STYLE_FOLDER = join(__dirname, '..', 'renderers', 'html', 'style');
const SHOWN = 40;

/** The comparison for a terminal, in French as all that a terminal shows. Names of scenarios may hold anything. */
export function comparisonText(comparison: Comparison): string {
  const { fr } = catalogue;
  const [before, after] = comparison.runs;
  const lines = [
    `${fr.compare.before} : ${describe(before, fr)}`,
    `${fr.compare.after} : ${describe(after, fr)}`,
    ...sectionsOf(comparison, fr).flatMap(({ title, lines: entries }) => [
      '',
      `${title} (${entries.length})`,
      ...entries.slice(0, SHOWN).map(({ id, text }) => `  ${id}${text && `  ${text}`}`),
      ...(entries.length > SHOWN ? [`  ${fr.compare.more(entries.length - SHOWN)}`] : []),
    ]),
    '',
    `${glyphs[comparison.verdict]} ${sentenceOf(comparison, fr)}`,
  ];
  return lines.map(printable).join('\n');
}

/** The comparison as one HTML file that opens offline, French with an English switch; it runs no script and loads nothing. */
export function comparisonPage(comparison: Comparison): string {
  const style = ['base.css', 'verdict.css', 'comparison.css']
    .map((name) => readFileSync(join(STYLE_FOLDER, name), 'utf8'))
    .join('\n');
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const [before, after] = comparison.runs;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${catalogue.fr.compare.title} ${before.runId} ${after.runId}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main id="main">
${languages.map((language) => languageView(comparison, catalogue[language]))}
</main>
</body>
</html>
`.markup;
}

function languageView(comparison: Comparison, texts: Texts): Markup {
  const { compare, language, otherLanguage } = texts;
  const other = language === 'fr' ? 'en' : 'fr';
  const { verdict, runs } = comparison;
  return html`<div id="${language}" lang="${language}">
<p class="switch"><a href="#${other}" lang="${other}">${otherLanguage}</a></p>
<h1>${compare.heading}</h1>
<section>
<div class="verdict v-${verdict}"><p class="seal" aria-hidden="true">${glyphs[verdict]}</p><div><h2>${sentenceOf(comparison, texts)}</h2></div></div>
<dl class="facts">${[[compare.before, runs[0]] as const, [compare.after, runs[1]] as const].map(
    ([name, run]) => html`<div><dt>${name}</dt><dd>${describe(run, texts)}</dd></div>`,
  )}</dl>
</section>
${sectionsOf(comparison, texts).map(sectionView)}
</div>
`;
}

const sectionView = ({ title, lines }: ReturnType<typeof sectionsOf>[number]): Markup =>
  html`<section><h2>${title} <small>${lines.length}</small></h2><div class="scroller" tabindex="0"><table><tbody>${lines.map(({ id, text }) => html`<tr><td><code>${id}</code></td><td>${text}</td></tr>`)}</tbody></table></div></section>\n`;

/** The sentence of the verdict, and how much of it is that nobody judged it again. */
function sentenceOf(comparison: Comparison, { compare }: Texts): string {
  const untold = comparison.requirements.filter(isUntoldNow).length;
  const sentence = compare.sentence[comparison.verdict];
  return untold === 0 ? sentence : `${sentence} ${compare.untold(untold)}`;
}

const describe = ({ runId, verdict, target, deviation, seed }: ComparedRun, texts: Texts): string =>
  texts.compare.run(
    runId,
    targetText(target, deviation, texts),
    seed,
    `${glyphs[verdict]} ${texts.verdict[verdict]}`,
  );
