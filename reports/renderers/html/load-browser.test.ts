import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { loadFolder } from '../../load/testing/load-folder.ts';
import { loadTraffic, PLAYED_FROM, polled } from '../../load/testing/load-traffic.ts';
import { writeLoadReport } from '../../load/write-load-report.ts';
import { launchBrowser, skip } from '../../testing/browser.ts';

let browser: Browser;
let folder: Awaited<ReturnType<typeof loadFolder>>;
let address = '';

before(async () => {
  if (skip) return;
  const waits = [0, 1, 2, 3].map((second) => polled(PLAYED_FROM + second * 1_000 + 10, 'NE', second));
  folder = await loadFolder({ exchanges: [...loadTraffic(), ...waits] });
  await writeFile(join(folder.path, 'k6-dashboard.html'), '<!doctype html><title>k6</title>');
  await writeLoadReport([folder.path], folder.path);
  address = pathToFileURL(join(folder.path, 'load-report.html')).href;
  browser = await launchBrowser();
});

after(async () => {
  if (skip) return;
  await browser.close();
  await folder[Symbol.asyncDispose]();
});

interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors, console lines and requests to anywhere but the file. */
  readonly troubles: readonly string[];
}

async function visit(hash = '', colorScheme: 'light' | 'dark' = 'light', width = 1280): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => void (request.url() === address || troubles.push(request.url())));
  await page.goto(address + hash);
  return { page, troubles, [Symbol.asyncDispose]: () => page.close() };
}

test('the page opens without a request or an error: verdict and limits first, then the plots', {
  skip,
}, async () => {
  await using opened = await visit();
  const { page } = opened;
  assert.equal(await page.locator('#fr .verdict h2').innerText(), 'Conforme');
  assert.equal(await page.locator('#fr .judged tbody tr').count(), 9);
  assert.deepEqual(await page.locator('#fr .plot h3').allInnerTexts(), [
    'Débit prévu et obtenu',
    'Envois sans acquittement',
    'Temps de réponse',
    'Délai de remise, 99e centile',
    'Messages en attente par pays',
    'Retard des émetteurs, 99e centile',
    'Balises connectées',
    'Processeur',
    'Mémoire',
  ]);
  assert.deepEqual(opened.troubles, []);
});

test('the language is switched by a link, and links within the page keep it', { skip }, async () => {
  await using opened = await visit();
  const { page } = opened;
  await page.click('#fr .switch');
  assert.equal(await page.locator('#en .verdict h2').innerText(), 'Conformant');
  assert.equal(await page.locator('#fr').isVisible(), false);
  await page.click('#en nav a[href="#en-books"]');
  assert.equal(await page.locator('#en').isVisible(), true);
  assert.equal(await page.locator('#fr').isVisible(), false);
  await page.click('#en .switch');
  assert.equal(await page.locator('#fr').isVisible(), true);
  assert.equal(await page.locator('#en').isVisible(), false);
});

test('pointing at a plot tells the values of that second, and every plot has a name for those who do not see it', {
  skip,
}, async () => {
  await using opened = await visit();
  const { page } = opened;
  const plots = page.locator('#fr .plot');
  const told = await plots.nth(4).locator('.column title').allTextContents();
  assert.ok(told.includes('09:00:02\nTG : 0\nBF : 0\nNE : 2'), told.join(' / '));
  for (const plot of await plots.all()) {
    const labels = (await plot.locator('> svg').getAttribute('aria-labelledby')) ?? '';
    for (const id of labels.split(' ')) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, id);
  }
  const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map((one) => one.id)");
  assert.equal(new Set(ids).size, ids.length);
});

test('the page is readable in the dark, on a phone, and leads to the dashboard of k6', { skip }, async () => {
  await using dark = await visit('', 'dark', 400);
  const { page } = dark;
  assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(15, 19, 23)');
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
  const contrasts = await page.evaluate<number[]>(`(() => {
    const light = (text) => { const [r, g, b] = text.match(/[\\d.]+/g).map((v) => { const c = v / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const paper = light(getComputedStyle(document.querySelector('#fr main > section')).backgroundColor);
    return [...document.querySelectorAll('#fr .plot .series, #fr .plot text, #fr .judged td, #fr .judged small')].map((one) => { const style = getComputedStyle(one); const ink = light(one.matches('.series') ? style.stroke : one.matches('text') ? style.fill : style.color); return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05); });
  })()`);
  assert.ok(
    contrasts.length > 20 && Math.min(...contrasts) >= 4.5,
    `least contrast ${Math.min(...contrasts)}`,
  );
  assert.equal(await page.locator('#fr-played a').getAttribute('href'), 'k6-dashboard.html');
});
