import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journal } from '../../reports/evidence/journal.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { startSeat } from './testing/seats.ts';

test('a notice that one seat submits is acknowledged, booked and recorded on both sides', async () => {
  const journal = new Journal();
  const { reference, notice } = exampleMovement(1);
  journal.claim(reference, 'depart/notification#nominal');
  await using burkina = await startSeat({ country: 'BF', journal });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl, journal });

  const submission = await togo.send('TransitNotice', notice);

  assert.equal(submission.status, 202, submission.bytes.toString());
  assert.equal(submission.answer?.messageType, 'AT90');
  assert.equal(burkina.received(reference, 'TransitNotice').length, 1);
  assert.equal(burkina.book(reference)?.state, 'REGISTERED');
  assert.equal(burkina.book(reference)?.own, false);
  assert.equal(togo.book(reference)?.own, true);
  assert.equal(togo.book(reference)?.movementVersion, 1);
  assert.deepEqual(
    journal.of(reference).map(({ kind, from, to, scenario }) => ({ kind, from, to, scenario })),
    [
      { kind: 'deliver', from: 'TG', to: 'BF', scenario: 'depart/notification#nominal' },
      { kind: 'submit', from: 'TG', to: 'hub', scenario: 'depart/notification#nominal' },
    ],
  );
});

test('a hub that does not know registration is told, not thrown', async () => {
  await using burkina = await startSeat({ country: 'BF' });
  await using togo = await startSeat({ country: 'TG', hub: burkina.baseUrl });
  assert.equal(togo.registration?.status, 404);
  assert.equal(togo.registration?.problem?.code, 'NOT_FOUND');
});
