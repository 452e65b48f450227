import assert from 'node:assert/strict';
import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { corridorHere } from './testing/corridor-here.ts';
import { temporaryFolder } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';

/** `corridor verify --target hub.yaml` in a folder that holds this file; nothing may be written there. */
async function refusalOf(text: string) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'hub.yaml'), text);
  const words = ['verify', '--target', 'hub.yaml', '--format', 'json'];
  const error = expectRefusal(await corridorHere(words, { cwd: folder.path }), 4);
  assert.match(error.message, /hub\.yaml/);
  assert.equal(existsSync(join(folder.path, 'reports')), false, 'nothing is written');
  return error;
}

const ALIAS_BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const before = 'abcdefgh'[index];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
  'hub: *i',
].join('\n');

const malformed: readonly [what: string, text: string, code: string, names: RegExp][] = [
  ['YAML that does not close', 'hub: [http://127.0.0.1:1', 'TARGET_NOT_YAML', /line 1/],
  ['a tab where YAML wants spaces', 'hub:\n\t- x', 'TARGET_NOT_YAML', /line 2/],
  ['the same field twice', 'hub: http://a\nhub: http://b', 'TARGET_NOT_YAML', /unique/],
  ['two documents', 'hub: http://a\n---\nhub: http://b', 'TARGET_NOT_YAML', /document/],
  ['aliases that unfold without end', ALIAS_BOMB, 'TARGET_NOT_YAML', /alias/i],
  ['more than a target file can be', `# ${'x'.repeat(70_000)}\n`, 'TARGET_TOO_LARGE', /65536 bytes/],
  ['nothing', '', 'TARGET_EMPTY', /the file is empty; it needs .hub:./],
  ['a list', '- hub', 'TARGET_NOT_VALID', /expected object/],
  ['no hub', 'name: pile', 'TARGET_NOT_VALID', /hub: .*found nothing/],
  ['a misspelt key', 'name: pile\nhbu: http://127.0.0.1', 'TARGET_NOT_VALID', /Unrecognized key: "hbu"/],
  ['a hub that is no address', 'hub: localhost 8080', 'TARGET_NOT_VALID', /hub: .*found "localhost 8080"/],
  ['a hub of another protocol', 'hub: ftp://127.0.0.1', 'TARGET_NOT_VALID', /hub: .*found "ftp:/],
  ['a hub with a query', 'hub: http://127.0.0.1/?a=b', 'TARGET_NOT_VALID', /hub: .*no query/],
  ['a password in the address', 'hub: http://u:geheim@127.0.0.1', 'TARGET_NOT_VALID', /hub: .*no user/],
  ['an unknown field', 'hub: http://127.0.0.1\nhots: ::1', 'TARGET_NOT_VALID', /"hots"/],
  ['an unknown environment', 'hub: http://a\nenvironment: prod', 'TARGET_NOT_VALID', /environment: .*"prod"/],
  [
    'a port out of range',
    'hub: http://a\nseats: {BF: {port: 70000}}',
    'TARGET_NOT_VALID',
    /seats\.BF\.port: .*70000/,
  ],
  ['an unknown country', 'hub: http://a\nseats: {FR: {port: 1}}', 'TARGET_NOT_VALID', /seats.*FR/],
];

for (const [what, text, code, names] of malformed)
  test(`a target file that holds ${what} is refused with its name and the field`, async () => {
    const error = await refusalOf(text);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, names);
    assert.doesNotMatch(JSON.stringify(error), /geheim/, 'no secret is repeated');
  });

test('a target file that is missing, a folder, or larger than memory is refused at once', async () => {
  using folder = temporaryFolder();
  const large = join(folder.path, 'large.yaml');
  writeFileSync(large, 'hub: http://127.0.0.1\n');
  truncateSync(large, 2 ** 40); // sparse: takes no room
  for (const [target, seen] of [
    ['absent.yaml', /absent\.yaml: ENOENT/],
    ['.', /it is a folder/],
    [large, /large\.yaml: .*65536 bytes/],
  ] as const) {
    const words = ['verify', '--target', target, '--format', 'json'];
    const ended = await corridorHere(words, { cwd: folder.path, limitMs: 20_000 });
    assert.match(expectRefusal(ended, 4).message, seen);
  }
});

test('for people a malformed target file is one sentence and one remedy on stderr', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'hub.yaml'), 'hub: localhost');
  const ended = await corridorHere(['verify', '--target', 'hub.yaml'], { cwd: folder.path });
  assert.equal(ended.status, 4);
  assert.equal(ended.stdout, '');
  assert.equal(ended.stderr.trimEnd().split('\n').length, 2, ended.stderr);
  expectReadable(ended);
});

test('against production nothing runs that was not asked for by name', async () => {
  const error = await refusalOf('hub: http://127.0.0.1:9\nenvironment: production\nname: hub.yaml réel');
  assert.equal(error.code, 'PRODUCTION');
  assert.match(error.hint, /--scenario or --tags/);
});
