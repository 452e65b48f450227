import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { RunModel } from '../../model/run-model.ts';
import { catalogue } from '../catalogue.ts';
import { buildPage } from './build-page.ts';
import { bundleScript } from './script-bundle.ts';
import { OUTLINES_ID } from './views/journey-map-view.ts';
import { html, type Markup, trusted } from './views/markup.ts';
import { pageView } from './views/page-view.ts';
import { viewOf } from './views/view.ts';

const STYLES = [
  'base.css',
  'sections.css',
  'verdict.css',
  'scenario.css',
  'exchange.css',
  'machines.css',
  'journey.css',
  'narrow.css',
  'print.css',
];

/**
 * The report as one HTML file that opens offline: French, English by a switch. What the run recorded is hostile
 * until proven otherwise: every text is escaped, and the page's own policy lets nothing run or load but its one
 * script and one style, named by their digests.
 */
export function renderHtml(model: RunModel): string {
  const { data, chunks, outlines } = buildPage(model);
  const script = bundleScript();
  const style = STYLES.map((name) => readFileSync(join(__dirname, 'style', name), 'utf8')).join('\n');
  const policy = `default-src 'none'; script-src '${digest(script)}'; style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`;
  // Between elements: a script or style element without a line end around its text keeps its digest.
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${catalogue.fr.title} ${data.run.runId}</title>
<style>${trusted(style)}</style>
</head>
<body>
${outlines !== undefined && html`<svg class="shared" width="0" height="0" aria-hidden="true"><defs><path id="${OUTLINES_ID}" d="${outlines}"/></defs></svg>\n`}<div id="app">${pageView(viewOf(data, 'fr'))}</div>
<script type="application/json" id="data">${embedded(JSON.stringify(data))}</script>
${chunks.map((chunk, at) => html`<script type="application/octet-stream" id="chunk-${at}">${compressed(chunk)}</script>\n`)}<script>${trusted(script)}</script>
</body>
</html>
`.markup;
}

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** JSON inside a script element: nothing in it can end the element or open a comment. */
const embedded = (json: string): Markup =>
  trusted(
    json.replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/** Base64 of raw deflate: its alphabet cannot end an element. */
const compressed = (json: string): Markup => trusted(deflateRawSync(json, { level: 6 }).toString('base64'));
