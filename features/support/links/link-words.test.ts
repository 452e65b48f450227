import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultTold, LINK_FAULT } from './fault-words.ts';
import { insistOnLinkSeats } from './insist-on-seats.ts';
import { linkNamed, seatOf } from './seat-words.ts';

const faults: readonly [words: string, fault: object][] = [
  ['est coupée', { name: 'cut' }],
  ['est lente de 400 ms', { name: 'latency', ms: 400 }],
  ['est lente de 400 ms à 100 ms près', { name: 'latency', ms: 400, jitterMs: 100 }],
  ['ne passe que 20 ko par seconde', { name: 'bandwidth', kilobytesPerSecond: 20 }],
  ['est coupée 200 ms puis rétablie 100 ms, et ainsi de suite', { name: 'flapping', downMs: 200, upMs: 100 }],
  ['perd les réponses', { name: 'lost-answer' }],
  ['perd les réponses, 2 fois', { name: 'lost-answer', count: 2 }],
  ["change l'ordre des messages, une fois sur 4", { name: 'reorder', probability: 0.25 }],
];

for (const [words, fault] of faults)
  test(`« ${words} » is a fault with its values`, () => {
    assert.deepEqual(faultTold(words), fault);
    assert.match(words, new RegExp(`^(?:${LINK_FAULT})$`));
  });

test('what is said of no link is told, with what can be said', () => {
  assert.throws(() => faultTold('est coupée, 2 fois'), {
    code: 'UNKNOWN_WORD',
    message: 'Défaut de liaison inconnu : « est coupée, 2 fois ».',
    hint: /est coupée ;/,
  });
});

test('a link is named by its ends, and a seat by its country', () => {
  assert.deepEqual(linkNamed('avec le Niger'), { seat: 'le Niger', way: 'both' });
  assert.deepEqual(linkNamed('du hub vers le Burkina Faso'), { seat: 'le Burkina Faso', way: 'toSeat' });
  assert.deepEqual(linkNamed('du Togo vers le hub'), { seat: 'Togo', way: 'toHub' });
  assert.equal(seatOf(linkNamed('avec le Burkina Faso')), 'BF');
});

test('a seat that does not exist is told before anything starts, in a step as in a table', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-features-'));
  const file = join(folder, 'x.feature');
  const unknown = {
    code: 'UNKNOWN_SEAT',
    message: 'Aucun siège « Ghana » : sa liaison ne peut pas tomber en panne.',
  };
  try {
    await writeFile(file, '    Quand la liaison avec le Niger est coupée\n');
    insistOnLinkSeats([`${file}:1`]);
    await writeFile(file, '    Quand la liaison avec le Ghana est coupée\n');
    assert.throws(() => insistOnLinkSeats([`${file}:1`]), {
      ...unknown,
      hint: /Togo, Burkina Faso, Mali, Niger/,
    });
    await writeFile(file, '        | 0 s   | 2 h | du Ghana vers le hub | est coupée |\n');
    assert.throws(() => insistOnLinkSeats([file]), unknown);
    await writeFile(file, '    Quand les réponses du Ghana se perdent\n');
    assert.throws(() => insistOnLinkSeats([file]), unknown);
    await writeFile(file, '    # la liaison avec le Ghana est pour plus tard\n');
    insistOnLinkSeats([file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
