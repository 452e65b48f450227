import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { after, test } from 'node:test';
import { exportProfile } from './export-profile.ts';
import { generatedDocuments } from './generated-documents.ts';
import { packageRoot } from './package-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'corridor-profile-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const docs = join(packageRoot(), 'docs', 'profile');

test('the generated pages of docs/profile are current; npm run docs makes them so', () => {
  const stale = generatedDocuments().filter(({ file, text }) => {
    const path = join(docs, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  assert.deepEqual(
    stale.map(({ file }) => file),
    [],
  );
});

test('the export writes schemas, OpenAPI, requirements and pages, and says what it wrote', async () => {
  const files = await exportProfile(folder);
  const written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  assert.deepEqual(written.sort(), files);
  for (const path of ['openapi.json', 'requirements.csv', 'docs/glossary.md', 'docs/profile/README.md']) {
    assert.ok(files.includes(path), path);
  }
  assert.ok(
    files.includes('schemas/TransitNotice.schema.json') && files.includes('schemas/cli/verify.schema.json'),
  );
  for (const path of files.filter((name) => name.endsWith('.json'))) {
    assert.doesNotThrow(() => JSON.parse(readFileSync(join(folder, path), 'utf8')), path);
  }
});

test('every link between the exported pages leads to a page of the export', async () => {
  const files = new Set(await exportProfile(folder));
  const broken = [...files]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [
        ...readFileSync(join(folder, path), 'utf8')
          .replace(/`[^`\n]*`/g, '')
          .matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g),
      ]
        .map(([, target = '']) => target)
        .filter((target) => !/^https?:/.test(target) && !files.has(normalize(join(dirname(path), target))))
        .map((target) => `${path} -> ${target}`),
    );
  assert.deepEqual(broken, []);
});

test('an export into a file is refused with what to do', async () => {
  const path = join(folder, 'a-file');
  writeFileSync(path, 'taken');
  await assert.rejects(exportProfile(path), { code: 'EXPORT_FAILED', hint: /can be written/ });
  assert.equal(readFileSync(path, 'utf8'), 'taken');
});
