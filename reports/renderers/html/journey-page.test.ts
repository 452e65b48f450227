import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRun } from '../../model/read-run.ts';
import { delivered, TRACKED, trackedRun } from '../../testing/example-journey.ts';
import { temporaryRun } from '../../testing/temporary-run.ts';
import type { Language } from '../catalogue.ts';
import { buildPage } from './build-page.ts';
import type { PageChunk } from './page-data.ts';
import { renderHtml } from './render-html.ts';
import { scenarioView } from './views/scenario-view.ts';
import { viewOf } from './views/view.ts';

const SCRIPT = '</text><script>window.hacked=1</script>';

/** The tracked scenario of the example as the page shows it when it is opened. */
async function shown(language: Language, further: Parameters<typeof trackedRun>[0] = []): Promise<string> {
  await using run = await temporaryRun(trackedRun(further));
  const { data, chunks } = buildPage(await readRun(run.folder));
  const [scenario] = data.scenarios;
  const chunk: PageChunk = JSON.parse(chunks[0] ?? '{}');
  const detail = chunk[scenario?.id ?? ''];
  assert.ok(scenario && detail);
  return scenarioView(viewOf(data, language), scenario, detail).markup;
}

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

test('alerts stand beside the map in French, with time and place, and every position in a table', async () => {
  const markup = await shown('fr');
  const text = textOf(markup);
  for (const words of [
    'Le voyage suivi 26TG0LOM1T00000091',
    'TRK-TG, balise 8000620011 12 positions, dont 3 différées',
    'TRK-BF, balise BF-0301 6 positions',
    "écart de l'itinéraire DEVIATION 2026-11-21 13:40 · à 41 km de Mango",
    'câble du scellé sectionné LOCK_CUT 2026-11-21 19:00 · Koupéla',
    '2026-11-21 16:00 · relève par une autre balise, TRK-BF, balise BF-0301, relève 8000620011, bureau BF0CIN1',
    'Relèves, sans balise 2026-11-21 15:00 → 2026-11-21 16:30',
    'Zones blanches 2026-11-21 06:40 → 2026-11-21 10:00',
    'Positions, dans l’ordre (18)',
    '2026-11-21 07:40:00 8000620011 8.0000, 1.0700 44 95 % fermé différée',
  ])
    assert.ok(text.includes(words), words);
  assert.match(markup, /role="img" aria-labelledby="map-0-title" aria-describedby="map-0-desc"/);
  assert.equal(markup.match(/<use class="outlines" href="#outlines"/g)?.length, 1);
});

test('the same in English, with no word of French left but names', async () => {
  const text = textOf(await shown('en'));
  for (const words of [
    'The journey tracked 26TG0LOM1T00000091',
    'TRK-TG, device 8000620011 12 positions, 3 stored',
    'off the planned corridor DEVIATION 2026-11-21 13:40 · 41 km from Mango',
    'Hand-overs, without a device 2026-11-21 15:00 → 2026-11-21 16:30',
    'dead zone: stored reports',
    '2026-11-21 07:40:00 8000620011 8.0000, 1.0700 44 95 % locked stored',
  ])
    assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /balise|relève|scellé|différé/);
});

test('a report without a tracked journey holds no outlines; with one it holds them once', async () => {
  await using plain = await temporaryRun();
  await using tracked = await temporaryRun(trackedRun());
  const outlines = /<path id="outlines" d="M/g;
  assert.equal(renderHtml(await readRun(plain.folder)).match(outlines), null);
  assert.equal(renderHtml(await readRun(tracked.folder)).match(outlines)?.length, 1);
});

test('names that are markup, and places that are none, stay text and spoil nothing', async () => {
  const report = { transitReference: TRACKED, recordedAt: '2026-11-21T12:00:00Z', gnss: 'FIX' };
  const markup = await shown('fr', [
    delivered(200, 'AT17', {
      ...{ ...report, platform: SCRIPT, deviceId: SCRIPT, alert: SCRIPT },
      position: { latitudeDeg: 9.9, longitudeDeg: 1 },
    }),
    delivered(201, 'AT17', { ...report, platform: 'TRK-TG', deviceId: '1', position: { latitudeDeg: 1e9 } }),
    delivered(202, 'AT17', { ...report, position: SCRIPT, recordedAt: SCRIPT }),
    delivered(203, 'AT16', {
      transitReference: TRACKED,
      at: '2026-11-21T12:00:00Z',
      action: SCRIPT,
      office: SCRIPT,
    }),
  ]);
  assert.doesNotMatch(markup, /<script|NaN|undefined|Infinity/);
  assert.ok(markup.includes('&lt;/text&gt;&lt;script&gt;window.hacked=1&lt;/script'));
  assert.ok(textOf(markup).includes('2 rapports illisibles ou sans lieu possible'));
});

test('a gap that an answer leaves open lasts in the list too', async () => {
  const body = JSON.stringify({
    transitReference: TRACKED,
    gaps: [{ from: '2026-11-21T22:00:00Z', where: 'BF0OUA1' }],
  });
  const answered = {
    ...delivered(200, 'AT17', {}),
    kind: 'query' as const,
    path: `/v0/journeys/${TRACKED}`,
    answer: { status: 200, body, afterMs: 1 },
  };
  const open = (language: Language) => shown(language, [answered]).then(textOf);
  assert.match(await open('fr'), /sans balise 2026-11-21 22:00 → dure encore/);
  assert.match(await open('en'), /without a device 2026-11-21 22:00 → still lasts/);
});
