import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { english } from './catalogue-en.ts';
import { french } from './catalogue-fr.ts';

const features = join(__dirname, '..', '..', 'features');

test('every folder of the specification has a title in both languages, and no title is without a folder', () => {
  const files = globSync('**/*.feature', { cwd: features });
  const folders = [...new Set(files.map((file) => file.split(/[\\/]/)[0] ?? ''))].sort();
  assert.ok(folders.length > 0);
  for (const { language, stages } of [french, english])
    assert.deepEqual(Object.keys(stages).sort(), folders, language);
});

test('both languages list the stages in the same order, that of the journey', () => {
  assert.deepEqual(Object.keys(english.stages), Object.keys(french.stages));
});
