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

test('scenarios that ended for one and the same reason are told once and counted, after what is red', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  const [undecided] = model.scenarios.filter(({ verdict }) => verdict === 'inconclusive');
  assert.ok(undecided);
  const reason = 'La campagne a été interrompue avant ce scénario.';
  const cut = Array.from({ length: 28 }, (_, at) => ({
    ...undecided,
    id: `coupe#${at}`,
    reason,
    findings: [],
  }));
  const text = renderConsole({ ...model, scenarios: [...cut, ...model.scenarios] });
  assert.equal(text.match(/interrompue avant/g)?.length, 1, text);
  assert.match(text, /--scenario coupe#0 .*\n {2}… et 27 autres pour la même raison\n/);
  assert.ok(text.indexOf('✗ passage/frontiere') < text.indexOf('? coupe#0'), text);
  assert.match(text, /\? depart\/|\? passage\//, 'the other undecided scenario keeps its block');
});

test('what is seen of a stack is never told together, and nothing is left uncounted', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  const [red] = model.scenarios.filter(({ verdict }) => verdict === 'fail');
  assert.ok(red);
  const reds = Array.from({ length: 23 }, (_, at) => ({ ...red, id: `rouge#${at}` }));
  const text = renderConsole({ ...model, scenarios: reds });
  assert.equal(text.match(/^✗ rouge#\d+$/gm)?.length, 20);
  assert.match(text, /^… et 3 autres : voir le rapport\.$/m);
});

test('why scenarios do not apply is told once for each reason, with their count', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  const [left] = model.scenarios.filter(({ verdict }) => verdict === 'not-applicable');
  assert.ok(left);
  const because = (id: string, reason: string) => ({ ...left, id, reason });
  const scenarios = [
    because('a', 'Pas de Java. Installez Java 11.'),
    because('b', "La cible n'a pas d'horloge de test."),
    because('c', 'Pas de Java. Installez Java 11.'),
  ];
  const text = renderConsole({ ...model, scenarios });
  assert.match(text, /^– 2 sans objet : Pas de Java\. Installez Java 11\.$/m);
  assert.match(text, /^– 1 sans objet : La cible n'a pas d'horloge de test\.$/m);
  assert.match(
    renderConsole({ ...model, scenarios }, { language: 'en' }),
    /^– 2 not applicable : Pas de Java\. Installez Java 11\.$/m,
  );
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
