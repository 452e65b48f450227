import { test } from 'node:test';
import { movementUnchanged } from './movement-unchanged.ts';
import {
  assertGreen,
  assertRed,
  delivered,
  ledger,
  message,
  REFERENCE,
  submitted,
} from './testing/evidence.ts';

const release = message('DepartureRelease', 1);
const id = release.messageId;
const entry = { state: 'IN_TRANSIT', movementVersion: 2, events: [{ messageId: 'a' }], findings: [] };
const refusal = message('FunctionalError', 2, { sender: 'hub', recipient: 'TG', payload: { relatesTo: id } });
const played = (...after: ReturnType<typeof ledger>[]) => [ledger(entry), submitted(release), ...after];

test('a refused message that changed nothing and was told to its sender alone is as required', () => {
  assertGreen(movementUnchanged(played(delivered(refusal, 'TG'), ledger(entry)), REFERENCE, id));
});

test('state, version, events and findings that changed are seen, each by its name', () => {
  const changed = (change: object) =>
    movementUnchanged(played(ledger({ ...entry, ...change })), REFERENCE, id);
  assertRed(changed({ state: 'ARRIVED' }), /state/);
  assertRed(changed({ movementVersion: 3 }), /movementVersion : 2, puis 3/);
  assertRed(changed({ events: [...entry.events, { messageId: 'b' }] }), /events/);
  assertRed(changed({ findings: [{ kind: 'overdue' }] }), /findings/);
  assertRed(changed({ limitDate: '2026-12-01T00:00:00Z' }), /limitDate : rien, puis/);
});

test('an administration that hears of a refused message is seen', () => {
  assertRed(
    movementUnchanged(played(delivered(release, 'BF'), ledger(entry)), REFERENCE, id),
    /DepartureRelease à BF/,
  );
  assertRed(
    movementUnchanged(played(delivered(refusal, 'BF'), ledger(entry)), REFERENCE, id),
    /FunctionalError à BF/,
  );
});

test('without a look at the ledger before and after, nothing is proven', () => {
  assertRed(movementUnchanged([submitted(release), ledger(entry)], REFERENCE, id), /non publié/);
  assertRed(movementUnchanged(played(), REFERENCE, id), /non publié/);
  assertRed(movementUnchanged([ledger(entry), ledger(entry)], REFERENCE, id), /non publié/);
  assertRed(movementUnchanged(played(ledger({ code: 'NOT_FOUND' }, 404)), REFERENCE, id), /non publié/);
});

test('of a message sent twice the last time counts', () => {
  const records = [
    ledger({ ...entry, state: 'RELEASED' }),
    submitted(release),
    ledger(entry),
    submitted(release),
  ];
  assertGreen(movementUnchanged([...records, ledger(entry)], REFERENCE, id));
});

test('the finding that is expected, and it alone, may be new', () => {
  const found = { kind: 'duplicate-id', raisedAt: '2026-11-20T12:00:00Z' };
  const judged = (...findings: object[]) =>
    movementUnchanged(played(ledger({ ...entry, findings })), REFERENCE, id, 'duplicate-id');
  assertGreen(judged(found));
  assertRed(judged(), /constats ajoutés au registre : aucun/);
  assertRed(judged(found, { ...found, kind: 'overdue' }), /duplicate-id, overdue/);
});
