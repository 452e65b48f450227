import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchBrowser, skip } from '../../testing/browser.ts';
import { exampleRequirements } from '../../testing/example-features.ts';
import { largeRun } from '../../testing/large-run.ts';
import { temporaryRun } from '../../testing/temporary-run.ts';
import { writeReports } from '../../write-reports.ts';

test('2,000 scenarios with 20,000 messages are one page that opens, searches and shows the last of them', {
  skip,
}, async (t) => {
  await using run = await temporaryRun(largeRun(2_000));
  const { counts, exchangeCount } = await writeReports(run.folder, exampleRequirements);
  assert.deepEqual([counts.pass, counts.fail, exchangeCount], [1_990, 10, 20_000]);
  const path = join(run.folder, 'report.html');
  await using browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const startedMs = performance.now();
  await page.goto(pathToFileURL(path).href);
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  t.diagnostic(`opened in ${Math.round(performance.now() - startedMs)} ms, ${(await stat(path)).size} bytes`);
  await page.fill('#search', 'serie-40 numero 50');
  await page.click('.scenario:visible .row');
  await page.locator('.detail .diagram .arrow').nth(9).waitFor();
  assert.match(await page.locator('.detail').innerText(), /apurement\/serie-40#le-mouvement\/50/);
});
