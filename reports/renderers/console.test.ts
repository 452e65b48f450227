import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRun } from '../model/read-run.ts';
import { exampleRequirements } from '../testing/example-features.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { renderConsole } from './console.ts';

const ESCAPE = '\u001b';

async function exampleText(options?: Parameters<typeof renderConsole>[1]): Promise<string> {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  return renderConsole({ ...model, folder: 'reports/runs/essai' }, options);
}

test('the last line is the verdict in words and the command that replays the run', async () => {
  const lines = (await exampleText()).split('\n');
  assert.equal(lines.at(-1), '✗ NON CONFORME   corridor verify --target reference --seed 7 --salt essai');
  assert.equal(lines.at(-2), 'Rapport : reports/runs/essai/report.html');
});

test('a failure is explained in two sentences, with the command for this one scenario', async () => {
  const text = await exampleText();
  assert.ok(
    text.includes(`✗ passage/frontiere#un-avis-sans-nombre-de-scelles-est-refuse-a-sa-place
  un avis sans nombre de scellés est refusé à sa place
  On attendait «\u00a0MISSING_FIELD (champ obligatoire absent) sur
  /payload/sealCount\u00a0» ; on a observé «\u00a0MISSING_FIELD (champ obligatoire absent)
  sur /payload/seals\u00a0». C'est contraire à l'exigence ERR-002 : Un refus nomme le
  code et le champ en cause.
  corridor verify --target reference --scenario passage/frontiere#un-avis-sans-nombre-de-scelles-est-refuse-a-sa-place --seed 7 --salt essai
`),
    text,
  );
});

test('all five counts are shown, with a sign and a word each', async () => {
  assert.match(
    await exampleText(),
    /^✗ 3 non conformes {2}! 1 en erreur {2}\? 1 indécis {2}✓ 3 conformes {2}– 1 sans objet$/m,
  );
});

test('scenarios that rest on an assumption are counted, when there are any', async () => {
  assert.match(await exampleText(), /^≈ 3 scénarios reposent sur une hypothèse\.$/m);
  assert.match(await exampleText({ language: 'en' }), /^≈ 3 scenarios rest on an assumption\.$/m);
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  const scenarios = model.scenarios.map((scenario) => ({ ...scenario, assumptions: [] }));
  assert.doesNotMatch(renderConsole({ ...model, scenarios }), /hypothèse/);
});

test('lines hold 80 columns, commands and names of scenarios excepted', async () => {
  const long = (await exampleText()).split('\n').filter((line) => line.length > 80);
  for (const line of long) assert.match(line, /corridor verify|^[✗!?] /);
});

test('colour comes only when asked for, and hostile texts cannot steer the terminal', async () => {
  assert.doesNotMatch(await exampleText(), /\p{Cc}(?<!\n)|\u202e/u);
  const coloured = await exampleText({ colour: true });
  assert.ok(coloured.includes(`${ESCAPE}[31m✗ NON CONFORME${ESCAPE}[0m`));
  assert.doesNotMatch(coloured.replaceAll(ESCAPE, ''), /\p{Cc}(?<!\n)/u);
});

test('English is one option away', async () => {
  assert.match(await exampleText({ language: 'en' }), /✗ NOT CONFORMANT {3}corridor verify/);
});
