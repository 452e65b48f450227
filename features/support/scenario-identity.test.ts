import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GherkinDocument } from '@cucumber/messages';
import { featureId, scenarioId, slug } from './scenario-identity.ts';

const document = {
  feature: {
    children: [
      { scenario: { id: 's1', name: "Entrée au Mali, d'un cœur léger", examples: [] } },
      {
        rule: {
          children: [
            {
              scenario: {
                id: 's2',
                name: 'Route',
                examples: [{ tableBody: [{ id: 'r1' }] }, { tableBody: [{ id: 'r2' }] }],
              },
            },
          ],
        },
      },
    ],
  },
} as unknown as GherkinDocument;
const uri = 'features/passage/entree.feature';

test('an id is the path of the feature and the words of the title, in ASCII', () => {
  assert.equal(
    scenarioId(document, { uri, astNodeIds: ['s1'] }),
    'passage/entree#entree-au-mali-d-un-coeur-leger',
  );
});

test('rows are counted through all tables of examples of a scenario, also inside a rule', () => {
  assert.equal(scenarioId(document, { uri, astNodeIds: ['s2', 'r1'] }), 'passage/entree#route/1');
  assert.equal(scenarioId(document, { uri, astNodeIds: ['s2', 'r2'] }), 'passage/entree#route/2');
});

test('composed and decomposed letters, and paths of another platform, give the same id', () => {
  assert.equal(slug('Entrée'.normalize('NFD')), slug('Entrée'.normalize('NFC')));
  assert.equal(featureId('features\\passage\\entree.feature'), 'passage/entree');
  assert.equal(featureId('/a/b/features/passage/entree.feature'), 'passage/entree');
});
