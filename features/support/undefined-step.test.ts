import assert from 'node:assert/strict';
import { test } from 'node:test';
import { library, meant, stepsWritten, undefinedStepOf } from './undefined-step.ts';

const asked: readonly [text: string, told: RegExp][] = [
  [
    'la liaison avec le Niger est couppée pendant 2 heures',
    /« la liaison \{link\} \{link_fault\} pendant \{duration\} », mais pas « est couppée »\. .* : est coupée \?/,
  ],
  [
    'la liaison avec le Niger est coupée pendant 2 lunes',
    /pendant \{duration\} », mais pas « 2 lunes »\. .*pendant 2 heures » \? On peut dire : \d+ (?:s|h|min|jours)/,
  ],
  ['la liaison avec le Niger est lente de -5 ms', /« est lente de -5 ms ».*est lente de \{ms\} ms/],
  ['la liaison du hub à sa base de données est couppée', /« est couppée ».*est coupée/],
  [
    'le bureau de départ anonce le mouvement',
    /Voulez-vous dire : « le bureau de départ annonce le mouvement »/,
  ],
  ['xyz', /features\/steps/],
];

for (const [text, told] of asked)
  test(`« ${text} » is told with what may have been meant`, async () => {
    assert.match(meant(text, await library()), told);
  });

test('steps are read from the specification as they are written there', () => {
  const written = stepsWritten();
  assert.ok(written.includes('le hub est relancé'));
  assert.ok(written.every((text) => !text.includes('<')));
});

test('the first step that nothing defines is quoted with its place', async () => {
  const lines = {
    id: 's2',
    keyword: 'Quand ',
    keywordType: 'Action',
    text: 'le hub rêve',
    location: { line: 7 },
  };
  const document = {
    comments: [],
    feature: { children: [{ rule: { children: [{ scenario: { steps: [lines] } }] } }] },
  } as unknown as Parameters<typeof undefinedStepOf>[0];
  const steps = ['le hub est relancé', 'le hub rêve'].map((text, at) => ({
    text,
    id: '',
    astNodeIds: [`s${at + 1}`],
  }));
  const told = await undefinedStepOf(document, { uri: 'features/a.feature', steps });
  assert.match(told ?? '', /^Le pas « le hub rêve » \(features\/a\.feature:7\) n'est pas défini\. /);
  assert.equal(await undefinedStepOf(document, { uri: 'a', steps: steps.slice(0, 1) }), undefined);
});
