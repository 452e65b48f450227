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

test('one of a thing is said in the singular, and in French none too', () => {
  const [fr, en] = [french, english];
  assert.match(fr.books.lead.pass(1, 1), /1 échange et 1 mouvement, tous/);
  assert.match(fr.books.lead.fail(2, 0), /2 échanges et 0 mouvement, des/);
  assert.match(en.books.lead.pass(1, 1), /1 exchange and 1 movement all/);
  assert.match(en.books.lead.fail(2, 0), /2 exchanges and 0 movements some/);
  assert.equal(fr.books.found(0), '0 constat');
  assert.match(fr.books.explainedAs(0, 'x'), /^0 cas expliqué,/);
  for (const { more } of [fr.books, fr.compare, fr.console, fr.unexpected]) {
    assert.match(more(1), /1 autre(?!s)/);
    assert.match(more(2), /2 autres/);
  }
});
