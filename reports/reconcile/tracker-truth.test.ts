import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { trackerMark, trackerReport } from '../evidence/tracker-truth.ts';
import { LOAD_FILES } from '../load/load-run.ts';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks, SECOND } from './testing/honest-books.ts';
import { added, answeredOtherwise, one, said } from './testing/plant.ts';
import { followedBooks, TRUTH } from './testing/planted-trackers.ts';

const JOURNEY = `/v0/journeys/${SECOND}`;

const judged = async (exchanges: Exchanges, truth: readonly object[], more = '') => {
  await using folder = await evidenceFolder(exchanges, undefined, truth);
  if (more) await appendFile(join(folder.path, LOAD_FILES.truth), more);
  const { findings, explained } = await reconcile([folder.path]);
  return {
    found: findings.map(({ invariant, reason }) => `${invariant}: ${reason}`),
    explained: explained.map(({ invariant, explanation }) => `${invariant} ${explanation}`),
  };
};

const books = followedBooks(honestBooks());
const fateOf = (number: number, fate: string) =>
  TRUTH.map((line, at) => (at === number ? { ...line, fate } : line));
const withoutLast = (exchanges: Exchanges): Exchanges =>
  answeredOtherwise(exchanges, JOURNEY, ({ positions }) => ({
    positions: (positions as object[]).slice(0, -1),
  }));

test('lines of the truth are of the shape that readers know', () => {
  for (const line of TRUTH) ('mark' in line ? trackerMark : trackerReport).parse(line);
});

test('a journey that tells what its device made agrees with the truth; without a truth nothing is asked', async () => {
  assert.deepEqual(await judged(books, TRUTH), { found: [], explained: [] });
  assert.deepEqual(await judged(withoutLast(books), []), { found: [], explained: [] });
});

test('what nobody acknowledged may be missing or told; what was never sent may not be told', async () => {
  for (const fate of ['untaken', 'unanswered']) {
    assert.deepEqual((await judged(withoutLast(books), fateOf(4, fate))).found, []);
    assert.deepEqual((await judged(books, fateOf(4, fate))).found, []);
  }
  assert.deepEqual((await judged(withoutLast(books), TRUTH)).found, [
    'tracker-reports-differ: 1 position(s) acquittée(s) par TRK-TG manquent au voyage (voyage, balise 990000000000071, à partir de 2026-11-03T09:15:00Z)',
  ]);
  assert.match((await judged(books, fateOf(4, 'unsent'))).found.join(), /jamais faites/);
});

test('an event told anew under another message id is told twice', async () => {
  const event = one(books, { kind: 'deliver', code: 'AT17' });
  const again = said([event], {}, {})[0] ?? event;
  const body = String(again.body).replace('000000000803', '000000000899');
  const { found } = await judged(added(books, { ...again, body }), TRUTH);
  assert.equal(found.length, 1, found.join('\n'));
  assert.match(found[0] ?? '', /^tracker-reports-differ: 1 position\(s\) dites plusieurs fois \(remise/);
});

test('of a fleet that was cut off nobody can say what it never made, and what it lost is told all the same', async () => {
  const cut = TRUTH.filter((line) => !('mark' in line && line.mark === 'ended')).filter((_, at) => at !== 4);
  assert.deepEqual(await judged(books, cut), {
    found: [],
    explained: ['tracker-reports-differ interrupted'],
  });
  const torn = `${JSON.stringify(TRUTH[4]).slice(0, 50)}`;
  assert.deepEqual(await judged(books, TRUTH, torn), { found: [], explained: [] });
  assert.deepEqual((await judged(books, cut, torn)).found, []);
  const lost = answeredOtherwise(books, JOURNEY, () => ({ positions: [] }));
  assert.match((await judged(lost, cut)).found.join(), /3 position\(s\) acquittée\(s\)/);
});

test('what an office told and somebody received counts, though its sender did not write it down', async () => {
  const unwritten = books.filter(({ kind, body }) => kind !== 'submit' || !String(body).includes('"AT16"'));
  const late = { ...TRUTH[1], at: '2026-11-03T09:40:00.000Z' };
  const { found } = await judged(unwritten, [...TRUTH.slice(0, -1), late, ...TRUTH.slice(-1)]);
  assert.deepEqual(
    found.filter((finding) => finding.startsWith('tracker-')),
    [],
  );
});

test('a report just after the removal may stay, by the tolerance for clocks, and one long after may not', async () => {
  const late = (minute: number): object => ({ ...TRUTH[1], at: `2026-11-03T09:${minute}:00.000Z`, lat: 7 });
  const told = (minute: number): Exchanges =>
    answeredOtherwise(books, JOURNEY, ({ positions }) => {
      const [first = {}, ...rest] = positions as object[];
      const position = { latitudeDeg: 7, longitudeDeg: 1.2 };
      return {
        positions: [first, ...rest, { ...first, recordedAt: `2026-11-03T09:${minute}:00Z`, position }],
      };
    });
  const truth = (minute: number): object[] => [...TRUTH.slice(0, -1), late(minute), ...TRUTH.slice(-1)];
  assert.deepEqual((await judged(told(24), truth(24))).found, []);
  assert.deepEqual((await judged(books, truth(24))).found, []);
  assert.match((await judged(told(26), truth(26))).found.join(), /sur lequel la balise n'était pas/);
});

test('whatever a journey publishes as its positions, the books are judged', async () => {
  const hostile = [1, 'garbage', null, {}, [1, 'x', null], [{ platform: 1, deviceId: {}, position: 7 }]];
  for (const positions of hostile) {
    const { found } = await judged(
      answeredOtherwise(books, JOURNEY, () => ({ positions })),
      TRUTH,
    );
    assert.equal(found.length, 1, JSON.stringify(positions));
    assert.match(found[0] ?? '', /4 position\(s\) acquittée\(s\)/);
  }
  const odd = { latitudeDeg: 'north', longitudeDeg: '1e999' };
  const { found } = await judged(
    answeredOtherwise(books, JOURNEY, ({ positions }) => ({
      positions: (positions as object[]).map((position) => ({ ...position, position: odd })),
    })),
    TRUTH,
  );
  assert.match(found.join(), /4 position\(s\) dites ailleurs/);
});

test('the truth of a fleet may hold anything: what is no line of it is left out', async () => {
  const garbage = 'garbage\n{"at":"never","platform":1}\n[]\n{"mark":"begun"}\n';
  assert.deepEqual((await judged(books, TRUTH, garbage)).found, []);
});
