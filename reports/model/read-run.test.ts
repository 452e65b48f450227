import assert from 'node:assert/strict';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { exampleRequirements, HOSTILE_NAME } from '../testing/example-features.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { readRun } from './read-run.ts';

test('every scenario of a run is read with its French text, its verdict and the messages that crossed', async () => {
  await using run = await temporaryRun();
  const model = await readRun(run.folder, exampleRequirements);
  assert.deepEqual(model.counts, { pass: 3, fail: 3, inconclusive: 1, notApplicable: 1, error: 1 });
  assert.equal(model.verdict, 'fail');
  const [first] = model.scenarios;
  assert.equal(first?.id, 'depart/avis#de-lome-a-ouagadougou-le-pays-de-destination-est-informe');
  assert.equal(first.stage, 'depart');
  assert.equal(first.rule, 'Chaque administration de la route est informée une fois, et aucune autre');
  assert.deepEqual(first.requirements, ['RTE-003']);
  assert.deepEqual(
    first.steps.map(({ keyword, text, status }) => `${keyword} ${text}: ${status}`),
    [
      'Étant donné que les quatre pays sont reliés au hub: passed',
      'Étant donné un mouvement "Lomé-Cinkansé-Ouagadougou": passed',
      'Quand le bureau de départ accorde la mainlevée: passed',
      'Alors les administrations informées sont exactement: Burkina Faso: passed',
    ],
  );
  assert.deepEqual(
    first.exchanges.map(({ from, to }) => `${from} ${to}`),
    ['TG hub', 'hub BF', 'TG hub', 'hub BF'],
  );
  assert.deepEqual(model.notes, []);
});

test('the row of an outline and the cells of a table belong to the text of the scenario', async () => {
  await using run = await temporaryRun();
  const { scenarios } = await readRun(run.folder);
  assert.equal(scenarios.find(({ id }) => id.endsWith('/2'))?.row, 2);
  const table = scenarios.find(({ name }) => name.startsWith('un avis sans'))?.steps[0]?.table;
  assert.deepEqual(table, [
    ['champ', 'valeur'],
    ['sealCount', 'absent'],
  ]);
});

test('an error of a step is told in one sentence, its stack apart', async () => {
  await using run = await temporaryRun();
  const { scenarios } = await readRun(run.folder);
  const broken = scenarios
    .find(({ verdict }) => verdict === 'error')
    ?.steps.find(({ status }) => status === 'failed');
  assert.equal(broken?.error, 'le banc se trompe');
  assert.match(broken.trace ?? '', /\n\s+at /);
});

test('coverage says of each requirement the gravest finding, else why there is none', async () => {
  await using run = await temporaryRun();
  const { requirements } = await readRun(run.folder, exampleRequirements);
  assert.deepEqual(
    requirements.map(({ id, status, unknown }) => `${id} ${status}${unknown ? ' unknown' : ''}`),
    [
      'RTE-003 fail',
      'PAS-001 pass',
      'PAS-002 error',
      'ERR-002 fail',
      'DLV-002 inconclusive',
      'SEC-001 not-applicable',
      'TRK-001 reasoned',
      'REF-001 missing',
      '<i>REQ</i> fail unknown',
    ],
  );
});

test('traffic that no scenario owns is kept apart, never dropped', async () => {
  await using run = await temporaryRun();
  const { unexpected } = await readRun(run.folder);
  assert.deepEqual(
    unexpected.map(({ conversation }) => conversation),
    ['26ML0BKO1T00000081'],
  );
});

test('a pass that judged nothing is an error, and so is a scenario without context', async () => {
  const end = { verdict: 'pass', findings: [], conversations: [] } as const;
  const features = {
    'depart/a.feature':
      '# language: fr\nFonctionnalité: A\n  Scénario: rien\n    Alors rien\n  Scénario: Été à Œuilly\n    Alors rien\n',
  };
  await using run = await temporaryRun({
    features,
    ends: { rien: { ...end, id: 'depart/a#rien' } },
    traffic: [],
  });
  const { scenarios, verdict } = await readRun(run.folder);
  assert.deepEqual(
    scenarios.map(({ id, verdict, reason }) => `${id} ${verdict} ${reason}`),
    [
      "depart/a#rien error Le scénario n'a rien jugé.",
      "depart/a#ete-a-oeuilly error Le scénario n'a pas laissé son contexte : la preuve est incomplète.",
    ],
  );
  assert.equal(verdict, 'error');
});

test('an interrupted run is read as far as it got: torn last lines are left out and told', async () => {
  await using run = await temporaryRun({ run: { state: 'interrupted', verdict: 'inconclusive' } });
  const messages = join(run.folder, 'messages.ndjson');
  const lines = (await readFile(messages, 'utf8')).split('\n');
  const cut = lines.findLastIndex((line) => line.includes('"testCaseStarted"'));
  await writeFile(messages, `${lines.slice(0, cut).join('\n')}\n{"testCaseSta`);
  await appendFile(join(run.folder, 'exchange.ndjson'), '{"kind":"sub');
  const { notes, scenarios } = await readRun(run.folder);
  assert.equal(scenarios.length, 8);
  assert.deepEqual(
    notes.map(({ kind }) => kind),
    ['interrupted', 'torn', 'torn', 'no-register'],
  );
  assert.deepEqual(notes[0], { kind: 'interrupted', notStarted: 1 });
});

test('evidence changed after the run is told to the reader', async () => {
  await using run = await temporaryRun();
  const path = join(run.folder, 'exchange.ndjson');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"afterMs":3.4', '"afterMs":9.9'));
  const broken = await readRun(run.folder, exampleRequirements);
  assert.deepEqual(broken.notes, [{ kind: 'chain-broken', file: 'exchange.ndjson', line: 1 }]);
  await writeFile(path, `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
  const cut = await readRun(run.folder, exampleRequirements);
  assert.deepEqual(cut.notes, [{ kind: 'chain-cut', file: 'exchange.ndjson' }]);
});

test('workers that read the same texts under other ids are read alike', async () => {
  await using run = await temporaryRun();
  const path = join(run.folder, 'messages.ndjson');
  const text = await readFile(path, 'utf8');
  const again = text
    .split('\n')
    .filter((line) => line.startsWith('{"gherkinDocument"'))
    .join('\n');
  const renamed = again.replace(/"id":"[^"]+"/g, '"id":"other"');
  await writeFile(path, `${text}${renamed}\n`);
  const { scenarios } = await readRun(run.folder);
  assert.equal(scenarios[0]?.steps[1]?.keyword, 'Étant donné');
});

test('the recorded verdict never hides a graver one that the evidence shows', async () => {
  await using run = await temporaryRun({ run: { verdict: 'pass' } });
  const { verdict, notes } = await readRun(run.folder, exampleRequirements);
  assert.equal(verdict, 'fail');
  assert.deepEqual(notes, [{ kind: 'verdict-differs', recorded: 'pass' }]);
});

test('what is no run folder is refused with what to do', async () => {
  await using run = await temporaryRun();
  await assert.rejects(readRun(join(run.folder, 'nowhere')), {
    code: 'RUN_NOT_FOUND',
    hint: /corridor verify/,
  });
  await writeFile(join(run.folder, 'messages.ndjson'), '{}\nnot json\n{}\n');
  await assert.rejects(readRun(run.folder), { code: 'NOT_A_MESSAGE', message: /line 2/ });
  await writeFile(join(run.folder, 'run.json'), '{"shape":"other"}');
  await assert.rejects(readRun(run.folder), { code: 'NOT_A_RUN' });
});

test('a run without messages is inconclusive and says which file is absent', async () => {
  await using run = await temporaryRun({ run: { state: 'running', verdict: 'pass' } });
  await rm(join(run.folder, 'messages.ndjson'));
  const { verdict, notes } = await readRun(run.folder, exampleRequirements);
  assert.equal(verdict, 'inconclusive');
  assert.deepEqual(
    notes.map(({ kind }) => kind),
    ['interrupted', 'absent'],
  );
});

test('names and texts of others are read as they are', async () => {
  await using run = await temporaryRun();
  const { scenarios } = await readRun(run.folder);
  assert.ok(scenarios.some(({ name }) => name === HOSTILE_NAME));
});
