import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../renderers/catalogue.ts';
import { glyphs } from '../renderers/glyphs.ts';
import { html, type Markup, trusted } from '../renderers/html/views/markup.ts';
import type { ComparedRun, Comparison } from './compare-runs.ts';
import { sectionsOf, sentenceOf } from './comparison-text.ts';

const STYLE_FOLDER = join(__dirname, '..', 'renderers', 'html', 'style');
const SHOWN = 40;

/** The comparison for a terminal. Names of scenarios may hold anything, so controls are shown, never obeyed. */
export function comparisonText(comparison: Comparison): string {
  const [before, after] = comparison.runs;
  const lines = [
    `avant : ${describe(before)}`,
    `après : ${describe(after)}`,
    ...sectionsOf(comparison).flatMap(({ title, lines: entries }) => [
      '',
      `${title} (${entries.length})`,
      ...entries.slice(0, SHOWN).map(({ id, text }) => `  ${id}${text && `  ${text}`}`),
      ...(entries.length > SHOWN ? [`  … et ${entries.length - SHOWN} autres`] : []),
    ]),
    '',
    `${glyphs[comparison.verdict]} ${sentenceOf(comparison)}`,
  ];
  return lines.map((line) => line.replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')).join('\n');
}

/** The comparison as one HTML file that opens offline; it runs no script and loads nothing. */
export function comparisonPage(comparison: Comparison): string {
  const style = ['base.css', 'verdict.css']
    .map((name) => readFileSync(join(STYLE_FOLDER, name), 'utf8'))
    .join('\n');
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const { verdict, runs } = comparison;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Comparaison ${runs[0].runId} ${runs[1].runId}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main id="main">
<h1>Comparaison de deux campagnes</h1>
<section>
<div class="verdict v-${verdict}"><p class="seal" aria-hidden="true">${glyphs[verdict]}</p><div><h2>${sentenceOf(comparison)}</h2></div></div>
<dl class="facts">${[['Avant', runs[0]] as const, ['Après', runs[1]] as const].map(
    ([name, run]) => html`<div><dt>${name}</dt><dd>${describe(run)}</dd></div>`,
  )}</dl>
</section>
${sectionsOf(comparison).map(sectionView)}
</main>
</body>
</html>
`.markup;
}

const sectionView = ({ title, lines }: ReturnType<typeof sectionsOf>[number]): Markup =>
  html`<section><h2>${title} <small>${lines.length}</small></h2><div class="scroller" tabindex="0"><table><tbody>${lines.map(({ id, text }) => html`<tr><td><code>${id}</code></td><td>${text}</td></tr>`)}</tbody></table></div></section>\n`;

const describe = ({ runId, verdict, target, seed }: ComparedRun): string =>
  `${runId}, ${target}, graine ${seed} : ${glyphs[verdict]} ${catalogue.fr.verdict[verdict]}`;
