import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wireMockForTests, withoutWireMock } from '../testing/wiremock-for-tests.ts';
import { loadMappings } from './mapping-files.ts';
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
  assert.deepEqual(await loadMappings(driver, folder), { stubs: 4, bodies: 1 });
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
];

for (const [what, files, message] of wrong)
  test(`a mapping file ${what} is named`, async () => {
    const folder = folderOf(what.replaceAll(' ', '-'), files);
    const silent = new WireMockDriver('http://127.0.0.1:1');
    await assert.rejects(loadMappings(silent, folder), { code: 'MAPPING_UNREADABLE', exitCode: 4, message });
  });

test('a mapping that WireMock refuses is named too', { skip }, async () => {
  const folder = folderOf('refused', {
    'r.json': '{"request":{"urlPattern":"/(["},"response":{"status":200}}',
  });
  await assert.rejects(loadMappings(driver, folder), {
    code: 'MAPPING_UNREADABLE',
    message: /r\.json: refused/,
  });
});
