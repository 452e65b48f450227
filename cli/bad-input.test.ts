import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { corridorHere } from './testing/corridor-here.ts';
import { temporaryFolder } from './testing/corridor-process.ts';
import { expectRefusal } from './testing/expect-refusal.ts';
import { HostileStack } from './testing/hostile-stack.ts';
import { runsIn } from './testing/run-folder.ts';

/** Runs a command line that must be refused with exit 4, in a folder that must stay empty. */
async function refusalOf(...words: string[]) {
  using folder = temporaryFolder();
  const error = expectRefusal(await corridorHere([...words, '--format', 'json'], { cwd: folder.path }), 4);
  assert.deepEqual(readdirSync(folder.path), [], 'nothing is written');
  return error;
}

const refused: readonly [what: string, words: string[], code: string, message: RegExp, hint: RegExp][] = [
  ['tags that do not close', ['--tags', '@a and ('], 'TAGS_NOT_READ', /« @a and \( »/, /and, or, not/],
  [
    'tags without an operator',
    ['--tags', '@nominal @DEP-001'],
    'TAGS_NOT_READ',
    /@nominal @DEP-001/,
    /and, or/,
  ],
  ['a tag mistyped', ['--tags', 'not @nominl'], 'UNKNOWN_TAG', /« @nominl »/, /@nominal/],
  [
    'a tag mistyped, in two workers',
    ['--tags', '@nominl', '--parallel', '2'],
    'UNKNOWN_TAG',
    /@nominl/,
    /@nominal/,
  ],
  ['a tag without its sign', ['--tags', 'nominal'], 'UNKNOWN_TAG', /« nominal »/, /@nominal/],
  [
    'a requirement that is not one',
    ['--tags', '@nominal or @DEP-999'],
    'UNKNOWN_TAG',
    /« @DEP-999 »/,
    /@DEP-/,
  ],
  [
    'tags that nothing carries together',
    ['--tags', '@nominal and not @nominal'],
    'NO_SCENARIO',
    /not @nominal/,
    /or/,
  ],
  [
    'a scenario mistyped',
    ['--scenario', 'depart/avis-de-transit#l-avis-se-relit-au-registre'],
    'UNKNOWN_SCENARIO',
    /« depart\/avis-de-transit#l-avis-se-relit-au-registre »/,
    /l-avis-se-relit-au-registre-tel-qu-il-a-ete-ecrit/,
  ],
  ['a seat that is simulated', ['--seat', 'TG'], 'SEAT_NOT_UNDER_TEST', /"TG"/, /--seat hub/],
  ['a seat that is none', ['--seat', 'port'], 'SEAT_NOT_UNDER_TEST', /"port"/, /--seat hub/],
  [
    'a deviation that is none',
    ['--deviation', 'delivers-twise'],
    'UNKNOWN_DEVIATION',
    /"delivers-twise"/,
    /mean delivers-twice.*docs\/deviations\.md/,
  ],
  ['a wait that is none', ['--answer-within', 'long'], 'WRONG_USAGE', /"long".*0\.1 to 30/, /--help/],
  ['a wait beyond the profile', ['--answer-within', '31'], 'WRONG_USAGE', /"31".*0\.1 to 30/, /--help/],
];

for (const [what, words, code, message, hint] of refused)
  test(`corridor verify refuses ${what} before anything starts or is written`, async () => {
    const error = await refusalOf('verify', ...words);
    assert.equal(error.code, code);
    assert.match(error.message, message);
    assert.match(error.hint, hint);
  });

test('corridor deviations and corridor stack refuse a deviation that does not exist, and propose the nearest', async () => {
  for (const words of [
    ['deviations', '--only', 'delivers-twise'],
    ['stack', '--deviation', 'delivers-twise'],
    ['explore', '--deviation', 'delivers-twise'],
  ]) {
    const { code, message, hint } = await refusalOf(...words);
    assert.equal(code, 'UNKNOWN_DEVIATION');
    assert.match(message, /"delivers-twise"/);
    assert.match(hint, /Did you mean delivers-twice.*docs\/deviations\.md/);
    assert.ok(hint.length < 300, 'the nearest few, not all');
  }
});

test('corridor stack on a port that is taken, timers or a database that are none: refused with what was seen', async () => {
  await using taken = await HostileStack.start();
  const { port } = new URL(taken.url);
  const busy = await refusalOf('stack', '--port', port);
  assert.equal(busy.code, 'PORT_IN_USE');
  assert.match(busy.message, new RegExp(`127\\.0\\.0\\.1:${port}.*in use`));
  assert.match((await refusalOf('stack', '--timers', '{"nope":1}')).message, /nope/);
  assert.match((await refusalOf('stack', '--timers', '{')).message, /timers/);
  const url = await refusalOf('stack', '--database', 'mysql://u:geheim@127.0.0.1/x');
  assert.equal(url.code, 'DATABASE_URL_NOT_VALID');
  assert.doesNotMatch(JSON.stringify(url), /geheim/);
});

test('corridor stack on a database server that nobody started is a fault of the environment, told with its address', async () => {
  const words = ['stack', '--database', 'postgres://u:geheim@127.0.0.1:9/x', '--format', 'json'];
  const { code, message } = expectRefusal(await corridorHere(words), 3);
  assert.equal(code, 'DATABASE_UNREACHABLE');
  assert.match(message, /127\.0\.0\.1:9.*ECONNREFUSED/);
  assert.doesNotMatch(message, /geheim/);
});

test('a simulated country whose port is taken is refused with the port, and the others do not stay', async () => {
  using folder = temporaryFolder();
  await using stack = await HostileStack.start();
  const { port } = new URL(stack.url);
  const target = stack.target(folder.path, `seats:\n  BF: { port: ${port} }\n`);
  const ended = await corridorHere(['verify', '--target', target, '--format', 'json'], { cwd: folder.path });
  const { code, message } = expectRefusal(ended, 4);
  assert.equal(code, 'CANNOT_LISTEN');
  assert.match(message, new RegExp(`127\\.0\\.0\\.1:${port}: EADDRINUSE`));
  assert.deepEqual(runsIn(folder.path), [], 'wrong usage leaves nothing half-written');
});

test('corridor verify --out on a place that is no folder is refused with the path', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'file'), '');
  await using stack = await HostileStack.start();
  const target = stack.target(folder.path);
  const words = [
    'verify',
    '--target',
    target,
    '--tags',
    '@nominal',
    '--out',
    'file/runs',
    '--format',
    'json',
  ];
  const { code, message } = expectRefusal(await corridorHere(words, { cwd: folder.path }), 4);
  assert.equal(code, 'FOLDER_NOT_WRITABLE');
  assert.ok(message.includes(join(folder.path, 'file', 'runs')), message);
  assert.deepEqual(stack.asked, [], 'nothing was sent');
});

test('corridor report on what is no run says where it looked, and exits 4', async () => {
  using folder = temporaryFolder();
  const words = ['report', 'nope', '--format', 'json'];
  const { code, message } = expectRefusal(await corridorHere(words, { cwd: folder.path }), 4);
  assert.equal(code, 'RUN_NOT_FOUND');
  assert.match(message, /"nope".*reports\/runs\/nope/);
  const run = join(folder.path, 'torn');
  mkdirSync(run);
  writeFileSync(join(run, 'run.json'), '{"shape":');
  const torn = await corridorHere(['report', run, '--format', 'json'], { cwd: folder.path });
  assert.match(expectRefusal(torn, 3).message, /run\.json/);
});

test('what cannot be played, generated or remarked is refused in plain words, with nothing written', async () => {
  using folder = temporaryFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder.path, name), text);
    return name;
  };
  const french = '# language: fr\nFonctionnalité: vide\n';
  const refusals: readonly (readonly [readonly string[], string, RegExp])[] = [
    [['explore', '--play', file('empty.yaml', '')], 'NOT_A_FEATURE', /does not end with \.feature/],
    [['explore', '--play', file('none.feature', french)], 'NO_SCENARIO', /holds no scenario/],
    [['traffic', '--out', '-'], 'TWO_THINGS_ON_STDOUT', /--out -/],
    [['verify', '--target', 'empty.yaml'], 'TARGET_EMPTY', /the file is empty; it needs `hub:`/],
    [['verify', '--expected', 'empty.yaml'], 'EXPECTED_EMPTY', /the file is empty; it needs/],
  ];
  for (const [words, code, message] of refusals) {
    const error = expectRefusal(await corridorHere([...words, '--format', 'json'], { cwd: folder.path }), 4);
    assert.equal(error.code, code);
    assert.match(error.message, message);
  }
  assert.deepEqual(readdirSync(folder.path).sort(), ['empty.yaml', 'none.feature']);
});
