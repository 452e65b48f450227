import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRun } from '../../model/read-run.ts';
import { exampleRequirements } from '../../testing/example-features.ts';
import { temporaryRun } from '../../testing/temporary-run.ts';
import { renderHtml } from './render-html.ts';

async function examplePage(): Promise<string> {
  await using run = await temporaryRun();
  return renderHtml(await readRun(run.folder, exampleRequirements));
}

/** The page less the text of its script: what the parser of a browser reads as elements. */
const elementsOf = (page: string): string => page.replace(/(<script>).*?(<\/script>)/s, '$1$2');

/** Places where a page matches, short enough to be read when a test fails. */
const found = (page: string, pattern: RegExp): string[] =>
  [...elementsOf(page).matchAll(pattern)].map(({ index, input }) => input.slice(index, index + 80));

test('verdict, scope, what is to be examined, coverage and scenarios stand in the file itself, in French', async () => {
  const page = await examplePage();
  for (const text of [
    '<html lang="fr">',
    '<h2>Non conforme</h2>',
    '3 scénarios montrent une non-conformité, sur 8 jugés.',
    '3 exigences jugées sur 8.',
    'Ce que ce rapport ne prouve pas',
    '1 exigence non testée, avec motif',
    'Les balises viennent plus tard.',
    'un avis sans nombre de scellés est refusé à sa place',
    '<code>/payload/sealCount</code>',
    'La cible ne déclare pas la classe « sécurité ».',
    '1 message est venu sans qu’aucun scénario ne l’attende.',
  ])
    assert.ok(page.includes(text), text);
});

test('what rests on an assumption is marked in the list and counted beside the verdict', async () => {
  const page = elementsOf(await examplePage());
  assert.ok(page.includes('3 scénarios reposent sur une hypothèse.'));
  const marks = [...page.matchAll(/<span class="badge assumed" title="([^"]*)">.*?hypothèse<\/span>/g)];
  assert.deepEqual(
    marks.map(([, title]) => title),
    [
      'Les heures d&#39;ouverture du bureau sont supposées.',
      'Les heures d&#39;ouverture du bureau sont supposées.',
      'DLV-002 : assumption',
    ],
  );
});

test('a run that assumes nothing says nothing of assumptions', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  const scenarios = model.scenarios.map((scenario) => ({ ...scenario, assumptions: [] }));
  assert.doesNotMatch(
    elementsOf(renderHtml({ ...model, scenarios })),
    /badge assumed|sur une hypothèse\.<\/p>/,
  );
});

test('nothing is loaded from elsewhere, and only the one script may run', async () => {
  const page = await examplePage();
  assert.deepEqual(found(page, /(?:src|href)="(?!#)/g), []);
  assert.match(
    page,
    /default-src &#39;none&#39;; script-src &#39;sha256-[\w+/=]{44}&#39;; style-src &#39;sha256-[\w+/=]{44}&#39;/,
  );
  assert.deepEqual(found(page, /<[^>]* (?:style|on\w+)="/g), []);
});

test('hostile texts stay text: every script element is one of ours', async () => {
  const page = await examplePage();
  const scripts = [...elementsOf(page).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  assert.deepEqual(scripts, [
    '<script type="application/json" id="data">',
    '<script type="application/octet-stream" id="chunk-0">',
    '<script>',
  ]);
  assert.equal(page.match(/<\/script>/gi)?.length, 3);
  assert.deepEqual(found(page, /<img|<svg onload|<!--|<b>X/g), []);
});

test('a name that is no valid text makes no page impossible', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  const broken = model.scenarios.map((scenario) => ({
    ...scenario,
    id: `${scenario.id}\ud800`,
    corridors: ['\udc00'],
    requirements: ['R\ud800'],
  }));
  assert.match(renderHtml({ ...model, scenarios: broken }), /href="#s=[^"]*%EF%BF%BD"/);
});

test('the same evidence gives the same page, byte for byte', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  assert.ok(renderHtml(model) === renderHtml(await readRun(run.folder, exampleRequirements)));
});
