import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser, skip } from '../../testing/browser.ts';
import { TRACKED_ID, trackedRun } from '../../testing/example-journey.ts';
import { temporaryRun } from '../../testing/temporary-run.ts';
import { writeReports } from '../../write-reports.ts';

let browser: Browser;
let run: Awaited<ReturnType<typeof temporaryRun>>;
let address = '';

before(async () => {
  if (skip) return;
  run = await temporaryRun(trackedRun());
  await writeReports(run.folder, []);
  address = `${pathToFileURL(join(run.folder, 'report.html')).href}#s=${encodeURIComponent(TRACKED_ID)}`;
  browser = await launchBrowser();
});

after(async () => {
  if (skip) return;
  await browser.close();
  await run[Symbol.asyncDispose]();
});

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  assert.ok(box && box.width > 0 && box.height > 0);
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

for (const width of [1280, 400])
  test(`at ${width} pixels the map stands above the strip, neither covers the other or the list, nothing is wider than the screen`, {
    skip,
  }, async () => {
    await using page = await browser.newPage({ viewport: { width, height: 900 } });
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(address);
    await page.locator('.journey').waitFor();
    const [map, told, strip] = await Promise.all(
      ['.chart', '.told', '.timeline'].map((name) => boxOf(page.locator(`.journey ${name}`))),
    );
    assert.ok(map && told && strip);
    assert.ok(strip.y >= map.bottom && strip.y >= told.bottom);
    assert.ok(width === 1280 ? told.x >= map.right : told.y >= map.bottom);
    for (const { x, right } of [map, told, strip]) assert.ok(x >= 0 && right <= width);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    assert.deepEqual(troubles, []);
  });

test('the outlines of the countries are really drawn, and stay when the language is switched', {
  skip,
}, async () => {
  await using page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.locator('.journey').waitFor();
  const outlines = await boxOf(page.locator('.journey .outlines'));
  assert.ok(outlines.width > 500 && outlines.height > 500);
  await page.click('#language');
  await page.locator('.journey >> text=The journey tracked').first().waitFor();
  assert.deepEqual((await boxOf(page.locator('.journey .outlines'))).width, outlines.width);
  assert.deepEqual(await page.locator('.journey .chart .sign text').allTextContents(), ['1', '2', '3', '4']);
  assert.deepEqual(await page.locator('.journey .timeline .sign text').allTextContents(), [
    '1',
    '2',
    '3',
    '4',
  ]);
});

test('no two names on the map overlap, and no sign hides a name or an office', { skip }, async () => {
  await using page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await page.locator('.journey').waitFor();
  const names = await page.locator('.journey .chart .name, .journey .chart .country text').all();
  const others = await page.locator('.journey .chart .sign rect, .journey .chart .office').all();
  assert.equal(names.length, 14);
  const nameBoxes = await Promise.all(names.map(boxOf));
  const otherBoxes = await Promise.all(others.map(boxOf));
  // The box of a line is 21 high, its letters are 12.
  const ROOM = 4;
  for (const [at, one] of nameBoxes.entries())
    for (const other of [...nameBoxes.slice(at + 1), ...otherBoxes])
      assert.ok(
        one.right <= other.x ||
          other.right <= one.x ||
          one.bottom - ROOM <= other.y ||
          other.bottom <= one.y + ROOM,
        `${await names[at]?.textContent()} is covered`,
      );
});
