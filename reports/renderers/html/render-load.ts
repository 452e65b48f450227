import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadResult } from '../../load/load-result.ts';
import { catalogue, languages } from '../catalogue.ts';
import { type Dashboard, loadView } from './views/load-view.ts';
import { html, trusted } from './views/markup.ts';

const STYLES = ['base.css', 'sections.css', 'verdict.css', 'narrow.css', 'print.css', 'load.css'];

/**
 * The report of a load run as one HTML file that opens offline: French, English by a link. It runs no script and loads nothing; every
 * text of others is escaped.
 * @param dashboards pages of k6 that lie beside
 */
export function renderLoadHtml(result: LoadResult, dashboards: readonly Dashboard[] = []): string {
  const style = STYLES.map((name) => readFileSync(join(__dirname, 'style', name), 'utf8')).join('\n');
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${catalogue.fr.load.title} ${result.runs[0].runId}</title>
<style>${trusted(style)}</style>
</head>
<body class="load">
${languages.map((language) => loadView(result, dashboards, catalogue[language]))}
</body>
</html>
`.markup;
}
