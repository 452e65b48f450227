import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRun } from '../model/read-run.ts';
import { exampleRequirements } from '../testing/example-features.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { renderJson } from './json.ts';

test('the machine shape holds counts, requirements, failures, folder and replay', async () => {
  await using run = await temporaryRun();
  const { failures, unjudged, ...rest } = renderJson(await readRun(run.folder, exampleRequirements));
  assert.deepEqual(rest, {
    runId: '20261121-083000-essai',
    verdict: 'fail',
    seed: 7,
    salt: 'essai',
    durationMs: 41_200,
    scenarios: { pass: 3, fail: 3, inconclusive: 1, notApplicable: 1, error: 1 },
    requirements: { total: 8, covered: 3, reasoned: 1 },
    runDir: run.folder,
    replay: 'corridor verify --target reference --seed 7 --salt essai',
    remarks: [],
  });
  assert.equal(failures.length, 3);
  assert.deepEqual(
    failures.find(({ requirement }) => requirement === 'ERR-002'),
    {
      scenario: 'passage/frontiere#un-avis-sans-nombre-de-scelles-est-refuse-a-sa-place',
      requirement: 'ERR-002',
      expected: 'MISSING_FIELD sur /payload/sealCount',
      observed: 'MISSING_FIELD sur /payload/seals',
      pointer: '/payload/sealCount',
      explanation:
        "On attendait «\u00a0MISSING_FIELD (champ obligatoire absent) sur /payload/sealCount\u00a0» ; on a observé «\u00a0MISSING_FIELD (champ obligatoire absent) sur /payload/seals\u00a0». C'est contraire à l'exigence ERR-002 : Un refus nomme le code et le champ en cause.",
    },
  );
});

test('without a register the counts of the run itself stand', async () => {
  await using run = await temporaryRun();
  const { requirements } = renderJson({ ...(await readRun(run.folder)), requirements: [] });
  assert.deepEqual(requirements, { total: 8, covered: 3, reasoned: 1 });
});

test('what was played and not judged is told with its reason', async () => {
  await using run = await temporaryRun();
  assert.deepEqual(renderJson(await readRun(run.folder, exampleRequirements)).unjudged, [
    {
      scenario: 'passage/frontiere#la-remise-reprend-apres-une-coupure',
      verdict: 'inconclusive',
      reason: 'La liaison avec le hub est tombée pendant le scénario.',
    },
    {
      scenario: 'passage/frontiere#la-duree-au-bureau-se-calcule',
      verdict: 'error',
      reason: 'TypeError: le banc se trompe',
    },
  ]);
});
