import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from './cucumber.ts';
import { scenarioLines, selectionOf } from './selection.ts';

test('every scenario of the specification has an id of its own', async () => {
  const ids = await scenarioLines();
  const planned = await plan({ paths: [], tags: '', order: 'defined' });
  assert.equal(ids.size, planned.length);
});

test('an id selects one scenario, and one row of a table of examples', async () => {
  for (const id of [
    'depart/mainlevee#une-seconde-mainlevee-est-refusee',
    'depart/parcours-complet#de-depart-a-destination-par-frontiere/5',
  ]) {
    const selected = await plan(await selectionOf({ scenario: id }));
    assert.equal(selected.length, 1, id);
  }
});

test('an id that does not exist is told with those nearby', async () => {
  await assert.rejects(selectionOf({ scenario: 'depart/mainlevee#une-seconde' }), {
    code: 'UNKNOWN_SCENARIO',
    hint: /depart\/mainlevee#/,
  });
});

test('requirements and tags are both asked of a scenario', async () => {
  const { tags } = await selectionOf({ tags: '@nominal', requirements: ['RTE-003', 'RTE-005'] });
  const both = await plan({ paths: [], tags, order: 'defined' });
  const one = await plan({ paths: [], tags: '@RTE-003 or @RTE-005', order: 'defined' });
  assert.ok(both.length > 0 && both.length <= one.length);
});

test('@resilience plays every file of features/resilience, whole, and nothing else', async () => {
  const linesOf = async (paths: readonly string[], tags: string): Promise<string[]> =>
    (await plan({ paths, tags, order: 'defined' })).map(({ uri, location }) => `${uri}:${location.line}`);
  assert.deepEqual(await linesOf([], '@resilience'), await linesOf(['features/resilience/*.feature'], ''));
});
