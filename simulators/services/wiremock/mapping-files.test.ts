import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wireMockForTests, withoutWireMock } from '../testing/wiremock-for-tests.ts';
import { loadMappings, readMappingFolder } from './mapping-files.ts';
import type { RunningWireMock } from './start-wiremock.ts';
import { WireMockDriver } from './wiremock-driver.ts';

const skip = withoutWireMock;
const root = mkdtempSync(join(tmpdir(), 'corridor-mappings-'));
let wireMock: RunningWireMock;
let driver: WireMockDriver;

before(async () => {
  if (skip) return;
  wireMock = await wireMockForTests();
  driver = new WireMockDriver(wireMock.url);
});
after(async () => {
  await wireMock?.[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true });
});

function folderOf(name: string, files: Record<string, string>): string {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const mapping = (url: string, response: object): string =>
  JSON.stringify({ name: 'one of the user', request: { method: 'GET', url }, response });

test('files of WireMock load as they are: one stub, several, nested, bodies beside', { skip }, async () => {
  const folder = folderOf('good', {
    'mappings/one.json': mapping('/one', { status: 200, jsonBody: 0 }),
    'mappings/deep/er/two.json': mapping('/two', { status: 200, bodyFileName: 'texts/two.txt' }),
    'mappings/many.json': JSON.stringify({
      mappings: [
        JSON.parse(mapping('/three', { status: 418 })),
        JSON.parse(mapping('/four', { status: 204 })),
      ],
    }),
    '__files/texts/two.txt': 'deux',
  });
  const loaded = await loadMappings(driver, await readMappingFolder(folder));
  assert.deepEqual([loaded.stubs, loaded.bodies], [4, 1]);
  const served = async (path: string): Promise<string> => {
    const answer = await fetch(wireMock.url + path);
    return `${answer.status} ${await answer.text()}`;
  };
  assert.deepEqual(await Promise.all(['/one', '/two', '/three', '/four'].map(served)), [
    '200 0',
    '200 deux',
    '418 ',
    '204 ',
  ]);
  await loaded[Symbol.asyncDispose]();
  assert.deepEqual(
    (await Promise.all(['/one', '/two', '/three', '/four'].map(served))).map((answer) => answer.slice(0, 3)),
    ['404', '404', '404', '404'],
  );
  assert.equal(
    (await driver.admin('GET', 'files').then((answer) => answer.text())).includes('two.txt'),
    false,
  );
});

const wrong: readonly (readonly [what: string, files: Record<string, string>, seen: RegExp])[] = [
  [
    'that is not JSON',
    { 'a.json': mapping('/a', { status: 200 }), 'b.json': '{"request":' },
    /b\.json: not JSON/,
  ],
  ['that is a list', { 'list.json': '[]' }, /list\.json: JSON, but no mapping/],
  ['whose mappings are none', { 'm.json': '{"mappings":3}' }, /m\.json: "mappings" is no list/],
  ['that holds nothing', { 'readme.txt': 'x' }, /no \*\.json file in it/],
  [
    'that serves a file which is not there',
    { 'a.json': mapping('/a', { status: 200, bodyFileName: 'b.txt' }) },
    /a\.json: it serves the file "b\.txt", found none/,
  ],
];

for (const [what, files, message] of wrong)
  test(`a mapping file ${what} is named`, async () => {
    const folder = folderOf(what.replaceAll(' ', '-'), files);
    await assert.rejects(readMappingFolder(folder), { code: 'MAPPING_UNREADABLE', exitCode: 4, message });
  });

test('what is no file, no UTF-8, or leads round in circles is named, not waited for', async () => {
  const unreadable = (name: string, message: RegExp, make: (folder: string) => void) => {
    const folder = folderOf(name, { 'good.json': mapping('/a', { status: 200 }) });
    make(folder);
    return assert.rejects(readMappingFolder(folder), { code: 'MAPPING_UNREADABLE', exitCode: 4, message });
  };
  await unreadable('pipe', /p\.json: it is a pipe or a device/, (folder) => {
    assert.equal(spawnSync('mkfifo', [join(folder, 'p.json')]).status, 0);
  });
  await unreadable('circle', /again: it is a link to a folder/, (folder) =>
    symlinkSync('.', join(folder, 'again')),
  );
  await unreadable('dangling', /gone\.json: ENOENT/, (folder) =>
    symlinkSync('nowhere', join(folder, 'gone.json')),
  );
  await unreadable('latin1', /l\.json: not UTF-8/, (folder) =>
    writeFileSync(join(folder, 'l.json'), Buffer.from([0x7b, 0xe9, 0x7d])),
  );
});

test('numbers are served with the digits that were written', { skip }, async () => {
  const body = '{"id":12345678901234567890,"rate":1.0}';
  const folder = folderOf('digits', {
    'a.json': `{"request":{"method":"GET","url":"/digits"},"response":{"status":200,"jsonBody":${body}}}`,
    'folder.json/b.json': mapping('/below', { status: 204 }),
  });
  await using loaded = await loadMappings(driver, await readMappingFolder(folder));
  assert.equal(loaded.stubs, 2);
  assert.equal(await (await fetch(`${wireMock.url}/digits`)).text(), body);
});

test('a mapping that WireMock refuses is named too', { skip }, async () => {
  const folder = folderOf('refused', {
    'a.json': mapping('/loaded-before', { status: 200 }),
    'r.json': '{"request":{"urlPattern":"/(["},"response":{"status":200}}',
  });
  await assert.rejects(loadMappings(driver, await readMappingFolder(folder)), {
    code: 'MAPPING_UNREADABLE',
    message: /r\.json: refused by WireMock \(.*Unclosed/,
  });
  assert.equal((await fetch(`${wireMock.url}/loaded-before`)).status, 404);
});
