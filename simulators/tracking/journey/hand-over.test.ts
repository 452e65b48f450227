import assert from 'node:assert/strict';
import test from 'node:test';
import { corridorOf } from '../../../fixtures/corridors/corridor-of.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { handOvers } from './hand-over.ts';
import { calmDevice, LOME_OUAGA, play, reference } from './testing/played.ts';

test('a corridor over two borders has three devices, each from entry to exit', () => {
  const corridor = corridorOf(reference.corridors, 'LOME-OUAGADOUGOU-NIAMEY-KANTCHARI');
  assert.deepEqual(handOvers(corridor), [
    { from: 0, to: 1 },
    { from: 2, to: 3 },
    { from: 4, to: 5 },
  ]);
});

test('at Cinkansé the Togolese device comes off before the Burkinabe one goes on, and the truck is one', () => {
  const corridor = corridorOf(reference.corridors, LOME_OUAGA);
  const random = createRandom('hand-over');
  const [togolese, burkinabe] = handOvers(corridor).map((carried) =>
    play(LOME_OUAGA, '', { random, carried, device: calmDevice }),
  );
  assert.ok(togolese && burkinabe);
  const removed = togolese.one('device-removed');
  const attached = burkinabe.one('device-attached');
  assert.equal(removed.office, 'TG0CIN1');
  assert.equal(attached.office, 'BF0CIN1');
  assert.ok(attached.at > removed.at);
  assert.equal(burkinabe.one('arrived').at, togolese.one('arrived').at);
  assert.equal(togolese.emissions.at(-1)?.reading.at, Math.floor(removed.at / 1000) * 1000);
  assert.deepEqual(togolese.emissions.at(-1)?.reading.alerts, ['SEAL_OPEN']);
  const first = burkinabe.emissions[0];
  assert.ok(first && first.sentAt - attached.at <= 1);
  assert.equal(first.reading.lock, 'UNLOCKED');
  assert.ok(burkinabe.emissions.some(({ reading }) => reading.lock === 'LOCKED'));
});
