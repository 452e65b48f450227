import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../reports/testing/browser.ts';

const WIDTH = 1_280;
/** Room for the whole of a journey: the head of the page would stand over what had to be scrolled to. */
const HEIGHT = 2_000;

/**
 * `node --require ts-node/register tools/journey-picture.ts RUN SCENARIO [FILE]`: the map and the strip of one tracked
 * scenario as Chromium shows them, for the docs. RUN is a run folder that holds its report.html; FILE is
 * docs/pictures/journey.png unless told otherwise.
 */
async function main([run, scenario, file = 'docs/pictures/journey.png']: readonly string[]): Promise<void> {
  if (run === undefined || scenario === undefined)
    throw new Error('Give a run folder and the id of a tracked scenario, as the report shows it.');
  await using browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  const report = pathToFileURL(resolve(run, 'report.html')).href;
  await page.goto(`${report}#s=${encodeURIComponent(scenario)}`);
  await page.locator('.journey').first().screenshot({ path: file });
  process.stdout.write(`${file}\n`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
