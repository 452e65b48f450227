import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { messageByWireCode } from '../messages/messages.ts';
import { rules } from '../rules/rules.ts';
import { packageRoot } from './package-root.ts';
import {
  parseRequirements,
  readRequirements,
  requirementFamilies,
  requirementsFile,
} from './requirements.ts';

const requirements = readRequirements();

test('the register holds at least 140 requirements, and some in each family', () => {
  assert.ok(requirements.length >= 140);
  for (const family of Object.keys(requirementFamilies)) {
    assert.ok(
      requirements.some(({ id }) => id.startsWith(`${family}-`)),
      family,
    );
  }
});

test('RTE-003 says that each administration is told once and no other', () => {
  const rte003 = requirements.find(({ id }) => id === 'RTE-003');
  assert.match(rte003?.fr ?? '', /une fois, et aucune autre/);
});

test('every clause of the register points at a page and a section that exist', () => {
  const folder = join(packageRoot(), 'docs', 'profile');
  const missing = requirements.filter(({ clause }) => {
    const [page = '', section = ''] = clause.split(' ');
    const file = join(folder, `${page}.md`);
    if (!existsSync(file)) return true;
    if (section.startsWith('§')) return !readFileSync(file, 'utf8').includes(`\n## ${section.slice(1)}. `);
    if (section.startsWith('AT')) return messageByWireCode(section) === undefined;
    return section.startsWith('R') && !rules.some(({ id }) => id === section);
  });
  assert.deepEqual(
    missing.map(({ id, clause }) => `${id} ${clause}`),
    [],
  );
});

test('no two requirements say the same', () => {
  const texts = requirements.map(({ fr }) => fr);
  assert.deepEqual(
    texts.filter((text, index) => texts.indexOf(text) !== index),
    [],
  );
});

test('an unknown family is refused with line and column', () => {
  const [header = '', row = ''] = readFileSync(requirementsFile(), 'utf8').split('\n');
  const text = `${header}\n${row}\n${row.replace(/^[A-Z]{3}/, 'XYZ')}\n`;
  assert.throws(() => parseRequirements(text), { code: 'TABLE_VALUE', line: 3, column: 'id' });
});

test('the register is NFC with straight quotes and plain spaces, so that reports can show it anywhere', () => {
  const text = readFileSync(requirementsFile(), 'utf8');
  assert.equal(text, text.normalize('NFC'));
  assert.doesNotMatch(text, /[\u2018\u2019\u201c\u201d\u00ab\u00bb\u00a0\u202f]/);
});
