import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, skip } from '../../testing/browser.ts';
import { exampleRequirements } from '../../testing/example-features.ts';
import { temporaryRun } from '../../testing/temporary-run.ts';
import { writeReports } from '../../write-reports.ts';

const FAILED = 'passage/frontiere#un-avis-sans-nombre-de-scelles-est-refuse-a-sa-place';

let browser: Browser;
let run: Awaited<ReturnType<typeof temporaryRun>>;
let address = '';

before(async () => {
  if (skip) return;
  run = await temporaryRun();
  await writeReports(run.folder, exampleRequirements);
  address = pathToFileURL(join(run.folder, 'report.html')).href;
  browser = await launchBrowser();
});

after(async () => {
  if (skip) return;
  await browser.close();
  await run[Symbol.asyncDispose]();
});

interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors, console lines and requests to anywhere but the file. */
  readonly troubles: readonly string[];
}

async function visit(hash = '', width = 1280): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => troubles.push(dialog.message()));
  page.on('request', (request) => void (request.url().startsWith('file:') || troubles.push(request.url())));
  await page.goto(address + hash);
  return { page, troubles, [Symbol.asyncDispose]: () => page.close() };
}

const shownRows = (page: Page): Promise<string[]> => page.locator('.scenario:visible .name').allInnerTexts();

test('the page opens without a request, an error, or a word of the hostile run being executed', {
  skip,
}, async () => {
  await using opened = await visit("#s=echange/hostile%23%3Cscript%3Ewindow.hacked%3D6%3C%2Fscript%3E%22'");
  await opened.page.locator('.crossed .diagram').first().waitFor();
  for (const arrow of await opened.page.locator('.arrow').all()) await arrow.click();
  assert.equal(await opened.page.evaluate('window.hacked'), undefined);
  assert.deepEqual(opened.troubles, []);
});

test('words of the search and the filters leave the scenarios that hold them, and the address keeps both', {
  skip,
}, async () => {
  await using opened = await visit();
  const { page } = opened;
  await page.fill('#search', 'scelles refuse');
  assert.deepEqual(await shownRows(page), ['un avis sans nombre de scellés est refusé à sa place']);
  await page.fill('#search', '');
  await page.selectOption('[data-filter=v]', 'pass');
  await page.selectOption('[data-filter=e]', 'passage');
  assert.equal((await shownRows(page)).length, 2);
  assert.equal(await page.locator('#shown-count').innerText(), '2 scénarios sur 9');
  await page.reload();
  assert.equal((await shownRows(page)).length, 2);
  await page.click('text=Effacer les filtres');
  assert.equal((await shownRows(page)).length, 9);
});

test('a deep link opens its scenario: French text, diagram, and the message on demand with the field marked', {
  skip,
}, async () => {
  await using opened = await visit(`#s=${FAILED}`);
  const { page } = opened;
  await page.locator('.detail .steps').waitFor();
  assert.match(await page.locator('.detail .steps').innerText(), /Étant donné un avis de transit où manque:/);
  assert.match(
    (await page.locator('.arrow.refused').textContent()) ?? '',
    /AT01 avis de transit.*422 MISSING_FIELD.*\/payload\/seals/s,
  );
  assert.equal(await page.locator('.shown .message').count(), 0);
  await page.locator('.arrow').first().click();
  assert.match(await page.locator('.shown .message').innerText(), /"messageType": "AT01"/);
  assert.match(await page.locator('.shown mark').first().innerText(), /"payload"/);
  assert.match(await page.locator('.shown .message').innerText(), /Réponse 422/);
});

test('keys lead through the list: j and k move, Enter opens, Escape closes, / searches, l changes the language', {
  skip,
}, async () => {
  await using opened = await visit();
  const { page } = opened;
  const focused = (): Promise<unknown> =>
    page.evaluate("document.activeElement.closest('.scenario')?.dataset.id ?? document.activeElement.id");
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await focused(), 'depart/avis#un-transit-de-ouagadougou-a-niamey-ne-regarde-pas-le-togo');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.locator('.crossed .diagram').waitFor();
  assert.match(page.url(), /#s=depart\/avis%23de-lome-a-ouagadougou/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.detail').count(), 0);
  await page.keyboard.press('/');
  assert.equal(await focused(), 'search');
  await page.keyboard.type('jkl');
  assert.equal(await page.inputValue('#search'), 'jkl');
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
});

test('the switch turns everything to English but the scenario texts, and the address remembers it', {
  skip,
}, async () => {
  await using opened = await visit(`#s=${FAILED}`);
  const { page } = opened;
  await page.click('#language');
  await page.locator('.crossed .diagram').waitFor();
  assert.equal(await page.locator('.verdict h2').innerText(), 'Not conformant');
  assert.match(await page.locator('.detail').innerText(), /A refusal|Un refus|Expected/);
  assert.match(await page.locator('.detail .steps').innerText(), /Étant donné/);
  await page.reload();
  assert.equal(await page.locator('.verdict h2').innerText(), 'Not conformant');
  await page.click('#language');
  assert.equal(await page.locator('.verdict h2').innerText(), 'Non conforme');
});

test('a requirement leads to its scenarios, and the matrix can be searched', { skip }, async () => {
  await using opened = await visit();
  const { page } = opened;
  await page.fill('#coverage-search', 'remise interrompue');
  assert.deepEqual(await page.locator('tr[data-requirement]:visible th').allInnerTexts(), ['DLV-002']);
  await page.click('tr[data-requirement="DLV-002"] a');
  assert.deepEqual(await shownRows(page), ['la remise reprend après une coupure']);
  await page.goBack();
});

test('on paper what is folded is unfolded: the message at fault can be read, and nothing is left to click', {
  skip,
}, async () => {
  await using opened = await visit();
  const { page } = opened;
  const folded = (): Promise<number> => page.locator('main details:not([open]):not(.trace)').count();
  const foldedOnScreen = await folded();
  assert.ok(foldedOnScreen > 5);
  await page.emulateMedia({ media: 'print' });
  await page.locator('#failures details[open] .json').first().waitFor();
  assert.equal(await folded(), 0);
  assert.match(await page.locator('#failures').innerText(), /"messageType": "AT01"/);
  assert.equal(await page.locator('button:visible, nav a:visible, select:visible').count(), 0);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('#failures details:not([open]) .json').first().waitFor({ state: 'attached' });
  assert.equal(await folded(), foldedOnScreen);
});

test('on a phone nothing is wider than the screen, with a scenario open or not', { skip }, async () => {
  await using opened = await visit('', 390);
  const { page } = opened;
  const width = (): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth');
  assert.equal(await width(), 390);
  await page.goto(`${address}#s=${FAILED}`);
  await page.locator('.crossed .diagram').waitFor();
  await page.locator('.arrow').first().click();
  await page.locator('.shown .message').waitFor();
  assert.equal(await width(), 390);
});

test('every control has a name, every table its heads, and each landmark stands once', { skip }, async () => {
  await using opened = await visit(`#s=${FAILED}`);
  const { page } = opened;
  await page.locator('.crossed .diagram').waitFor();
  const nameless = await page.evaluate(
    `[...document.querySelectorAll('input, select')].filter((field) => !field.closest('label')?.textContent.trim()).length`,
  );
  assert.equal(nameless, 0);
  const headless = await page.evaluate(
    `[...document.querySelectorAll('table')].filter((table) => !table.querySelector('th[scope]')).length`,
  );
  assert.equal(headless, 0);
  const landmarks = await page.evaluate(
    `['header', 'nav', 'main', 'footer'].map((tag) => document.querySelectorAll(tag + ':not(article header)').length)`,
  );
  assert.deepEqual(landmarks, [1, 1, 1, 1]);
});
