import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../../profile/messages/examples.ts';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks, SECOND } from './testing/honest-books.ts';
import { said } from './testing/plant.ts';

const CONTROL = { code: 'AT08', about: SECOND };
const [rice, tea] = examples.TransitNotice.payload.items;

/** The honest books, where the control of the second movement found this and called it satisfactory. */
const found = (pointer: string, kg: string, honest: Exchanges = honestBooks()): Exchanges =>
  said(honest, CONTROL, { result: 'A2', differences: [{ pointer, found: kg }] });

/** The same where rice and tea are packed otherwise. */
const packed = (...kinds: readonly string[]): Exchanges =>
  said(
    honestBooks(),
    { code: 'AT01', about: SECOND },
    { items: [rice, tea].map((item, at) => ({ ...item, packages: { ...item?.packages, kind: kinds[at] } })) },
  );

async function weightsOf(exchanges: Exchanges): Promise<string[]> {
  await using folder = await evidenceFolder(exchanges);
  const { findings } = await reconcile([folder.path]);
  assert.ok(findings.every(({ invariant }) => invariant === 'weights-differ'));
  return findings.map(({ reason }) => reason);
}

// Rice: 20 080 kg gross, 20 000 kg net, in bags; rice and tea: 21 230.5 kg.
for (const [title, exchanges] of [
  ['a net mass 0.75 % off the net mass, 1.15 % off the gross mass', found('/items/0/netMassKg', '19850')],
  ['a gross mass of solid bulk 1.9 % off', found('/items/0/grossMassKg', '19700', packed('VR', 'CT'))],
  ['a total 1.9 % off where all is solid bulk', found('/totalGrossMassKg', '20830', packed('VR', 'VY'))],
  ['what is no number', found('/totalGrossMassKg', '18 t')],
  ['an item that nobody declared', found('/items/7/grossMassKg', '1')],
  ['a count of packages', found('/totalPackages', '1')],
] as const)
  test(`a satisfactory result may tell ${title}`, async () => {
    assert.deepEqual(await weightsOf(exchanges), []);
  });

for (const [title, exchanges, reason] of [
  [
    'a net mass 1.25 % off the net mass, 0.85 % off the gross mass',
    found('/items/0/netMassKg', '20250'),
    'résultat A2 malgré 20250.0 kg trouvés pour 20000.0 kg déclarés (/items/0/netMassKg)',
  ],
  [
    'a total 0.6 % off with a liquid aboard, though not as first item',
    found('/totalGrossMassKg', '21100', packed('BG', 'VL')),
    'résultat A2 malgré 21100.0 kg trouvés pour 21230.5 kg déclarés (/totalGrossMassKg)',
  ],
  [
    'a total 1.5 % off where only the first item is solid bulk',
    found('/totalGrossMassKg', '20912', packed('VR', 'CT')),
    'résultat A2 malgré 20912.0 kg trouvés pour 21230.5 kg déclarés (/totalGrossMassKg)',
  ],
  [
    'a mass that the office declares away',
    said(honestBooks(), CONTROL, {
      result: 'A1',
      differences: [{ pointer: '/items/0/grossMassKg', declared: '19000', found: '19000' }],
    }),
    'résultat A1 malgré 19000.0 kg trouvés pour 20080.0 kg déclarés (/items/0/grossMassKg)',
  ],
] as const)
  test(`no satisfactory result hides ${title}`, async () => {
    assert.deepEqual(await weightsOf(exchanges), [reason]);
  });
