import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRun } from '../model/read-run.ts';
import type { RunModel } from '../model/run-model.ts';
import { exampleRequirements } from '../testing/example-features.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { compareRuns } from './compare-runs.ts';
import { comparisonText } from './render-comparison.ts';

async function example(): Promise<RunModel> {
  await using run = await temporaryRun();
  return await readRun(run.folder, exampleRequirements);
}

const NOTICE = 'depart/avis#de-lome-a-ouagadougou-le-pays-de-destination-est-informe';
const PASSAGE = 'passage/frontiere#le-passage-a-bureau-parvient-au-bureau-de-depart/1';

const withScenario = (model: RunModel, id: string, change: object): RunModel => ({
  ...model,
  scenarios: model.scenarios.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

test('a run beside itself shows nothing, though it is red', async () => {
  const model = await example();
  const { verdict, appeared, disappeared, turned, requirements, slower } = compareRuns(model, model);
  assert.deepEqual([appeared, disappeared, turned, requirements, slower], [[], [], [], [], []]);
  assert.equal(verdict, 'pass');
});

test('what became red makes the comparison red, and what became green does not', async () => {
  const model = await example();
  const red = withScenario(model, NOTICE, { verdict: 'fail' });
  const worse = compareRuns(model, red);
  assert.deepEqual(worse.turned, [{ scenario: NOTICE, from: 'pass', to: 'fail' }]);
  assert.equal(worse.verdict, 'fail');
  assert.equal(compareRuns(red, model).verdict, 'pass');
});

test('a run that turned red without a scenario, by its books, makes the comparison red', async () => {
  const green: RunModel = { ...(await example()), verdict: 'pass' };
  assert.equal(compareRuns(green, { ...green, verdict: 'fail' }).verdict, 'fail');
  assert.equal(compareRuns({ ...green, verdict: 'fail' }, green).verdict, 'pass');
});

test('scenarios that one run alone has are told apart, and a new red one counts', async () => {
  const model = await example();
  const without = { ...model, scenarios: model.scenarios.filter(({ id }) => id !== NOTICE) };
  assert.deepEqual(compareRuns(without, model).appeared, [NOTICE]);
  assert.deepEqual(compareRuns(model, without).disappeared, [NOTICE]);
  assert.equal(compareRuns(without, withScenario(model, NOTICE, { verdict: 'fail' })).verdict, 'fail');
});

test('a scenario that alone got slower is told, a machine that is slower as a whole is not', async () => {
  const model = await example();
  const steady = { ...model, scenarios: model.scenarios.map((one) => ({ ...one, durationMs: 100 })) };
  const slow = withScenario(steady, PASSAGE, { durationMs: 900 });
  assert.deepEqual(compareRuns(steady, slow).slower, [
    { scenario: PASSAGE, fromMs: 100, toMs: 900, ratio: 9 },
  ]);
  const halved = { ...steady, scenarios: steady.scenarios.map((one) => ({ ...one, durationMs: 900 })) };
  assert.deepEqual(compareRuns(steady, halved).slower, []);
});

test('a requirement that nothing judges any more is told', async () => {
  const model = await example();
  const requirements = model.requirements.map((row) =>
    row.id === 'PAS-001' ? { ...row, status: 'unjudged' as const } : row,
  );
  const { verdict, requirements: turned } = compareRuns(model, { ...model, requirements });
  assert.deepEqual(turned, [{ requirement: 'PAS-001', from: 'pass', to: 'unjudged' }]);
  assert.equal(verdict, 'inconclusive', 'it can no longer be told');
});

test('a run of a stack that was made to go wrong is named so', async () => {
  const model = await example();
  const deviating = { ...model, run: { ...model.run, replay: 'corridor verify --deviation delivers-twice' } };
  assert.match(
    comparisonText(compareRuns(model, deviating)),
    /Après : .*pile volontairement fautive : delivers-twice/,
  );
});
