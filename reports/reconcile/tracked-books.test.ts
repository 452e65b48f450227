import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcile } from './reconcile.ts';
import { EvidenceBook, evidenceFolder } from './testing/evidence-book.ts';
import { FIRST } from './testing/honest-books.ts';

const SEATS = ['TG', 'BF', 'ML', 'TRK-NE'];

/** What reconciliation finds in the books of a truck that left Lomé, with what is said of its device. */
async function foundIn(say: (book: EvidenceBook) => void): Promise<string[]> {
  const book = new EvidenceBook();
  for (const seat of SEATS) book.register(seat);
  const payload = { transitReference: FIRST };
  book.submit('TransitNotice', { payload, movementVersion: 1 }, ['BF']);
  book.submit('DepartureRelease', { payload, movementVersion: 2 }, ['BF']);
  say(book);
  book.drained(SEATS);
  await using folder = await evidenceFolder(book.exchanges);
  const { findings } = await reconcile([folder.path]);
  return findings
    .filter(({ invariant }) => invariant !== 'open-without-end')
    .map(({ invariant, seats }) => `${invariant} ${seats.join(' ')}`);
}

const assigned = (to: readonly string[]) => (book: EvidenceBook) => {
  book.submit('DeviceAssignment', { payload: { transitReference: FIRST, platform: 'TRK-NE' } }, to);
};

const event = (territory: string, sender: string) => ({
  sender,
  recipient: 'territory',
  payload: { transitReference: FIRST, platform: sender, territory },
});

test('an assignment concerns the road and the platform that it names, and nobody else', async () => {
  assert.deepEqual(await foundIn(assigned(['BF', 'TRK-NE'])), []);
  assert.deepEqual(await foundIn(assigned(['BF'])), ['concerned-but-not-told TRK-NE']);
  assert.deepEqual(await foundIn(assigned(['BF', 'TRK-NE', 'ML'])), ['told-but-not-concerned ML']);
});

test('an event concerns the country of departure, and that of the truck when it is on the road', async () => {
  const told = (territory: string, to: readonly string[]) =>
    foundIn((book) => book.submit('TrackingEvent', event(territory, 'TRK-NE'), to));
  assert.deepEqual(await told('BF', ['TG', 'BF']), []);
  assert.deepEqual(await told('ML', ['TG']), []);
  assert.deepEqual(await told('BF', ['TG']), ['concerned-but-not-told BF']);
  assert.deepEqual(await told('TG', ['TG', 'BF']), ['told-but-not-concerned BF']);
});

test('an event of a platform in the process of the stack, which nobody saw submitted, is judged by whom it reached', async () => {
  const told = (seat: string) => foundIn((book) => book.tell(seat, 'TrackingEvent', event('TG', 'TRK-TG')));
  assert.deepEqual(await told('TG'), []);
  assert.deepEqual((await told('ML')).sort(), ['concerned-but-not-told TG', 'told-but-not-concerned ML']);
});

test('a platform may be told why its event was refused', async () => {
  const refused = (book: EvidenceBook) => {
    const correlationId = book.submit('TrackingEvent', event('TG', 'TRK-NE'));
    const payload = { relatesTo: correlationId, transitReference: FIRST };
    book.tell('TRK-NE', 'FunctionalError', { correlationId, payload });
  };
  assert.deepEqual(await foundIn(refused), []);
});
