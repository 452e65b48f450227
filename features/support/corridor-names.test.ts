import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { corridorNamed } from './corridor-names.ts';

const { corridors, offices } = loadReferenceData();
const CITY_OF_OFFICE = {
  TG0LOM1: 'Lomé',
  BF0OUA1: 'Ouagadougou',
  ML0BAM1: 'Bamako',
  NE0NIA1: 'Niamey',
} as const;
const BORDERS = ['Cinkansé', 'Kantchari', 'Téra', 'Hérémakono', 'Koury'];

test('every corridor of the reference data can be named in a scenario, and leads where its name says', () => {
  for (const { name, legs } of corridors.values()) {
    const ends = [legs[0], legs.at(-1)].map(
      (leg) => CITY_OF_OFFICE[leg?.office as keyof typeof CITY_OF_OFFICE],
    );
    const [from = '', to = ''] = ends;
    const named = BORDERS.filter((border) => nameOf(from, to, border) === name);
    assert.equal(named.length, 1, `${name}: ${from} ${to}`);
    assert.ok(offices.has(legs[0]?.office ?? ''));
  }
});

test('a road that no corridor takes is told', () => {
  assert.throws(() => corridorNamed('Lomé', 'Bamako', 'Téra'), { code: 'UNKNOWN_CORRIDOR' });
});

function nameOf(from: string, to: string, by: string): string | undefined {
  try {
    return corridorNamed(from, to, by);
  } catch {
    return undefined;
  }
}
