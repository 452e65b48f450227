import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { readRequirements } from '../../profile/export/requirements.ts';
import { largeRun } from '../../reports/testing/large-run.ts';
import { temporaryRun } from '../../reports/testing/temporary-run.ts';
import { writeReports } from '../../reports/write-reports.ts';
import { type Benchmark, type Comparison, median, type Note, staysWithinLimit } from './benchmark.ts';

const SCENARIOS = 2_000;
const ROUNDS = 5;
const LIMIT_MS = 2_000;
const WITHIN_MS = 15_000;
const MIB = 2 ** 20;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** Milliseconds from the navigation: document read and scripts run; and the second frame after that, when it answers. */
const TIMES = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve({
  loaded: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  usable: performance.now(),
}))))`;

interface Opening {
  readonly loaded: number;
  readonly usable: number;
}

const chromiumPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find(existsSync);

/** Opens the report in a page that has nothing cached. */
async function open(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: WITHIN_MS });
    return (await page.evaluate(TIMES)) as Opening;
  } finally {
    await context.close();
  }
}

async function measure(executablePath: string, note: Note): Promise<readonly Comparison[]> {
  await using run = await temporaryRun(largeRun(SCENARIOS));
  const startedMs = performance.now();
  await writeReports(run.folder, readRequirements());
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const report = path.join(run.folder, 'report.html');
  note(`${SCENARIOS} scenarios written in ${seconds} s, ${((await stat(report)).size / MIB).toFixed(1)} MiB`);
  const browser = await chromium.launch({ executablePath, args: QUIET, timeout: WITHIN_MS });
  try {
    const openings: Opening[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      openings.push(await open(browser, pathToFileURL(report).href));
    const name = `report: ${SCENARIOS} scenarios`;
    const loaded = median(openings.map((opening) => opening.loaded));
    const usable = median(openings.map((opening) => opening.usable));
    return [
      staysWithinLimit({ name: `${name}, DOMContentLoaded`, ours: loaded, unit: 'ms' }, LIMIT_MS),
      staysWithinLimit({ name: `${name}, drawn and answering`, ours: usable, unit: 'ms' }, LIMIT_MS),
    ];
  } finally {
    await browser.close();
  }
}

export const benchmark: Benchmark = {
  async run(note) {
    const executablePath = chromiumPath();
    if (executablePath !== undefined) return measure(executablePath, note);
    note('skipped: needs Chromium');
    return [];
  },
};
