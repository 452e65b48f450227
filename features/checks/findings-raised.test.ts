import { test } from 'node:test';
import { findingNames, findingRaised, noFinding } from './findings-raised.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  delivered,
  ledger,
  message,
  REFERENCE,
} from './testing/evidence.ts';

const KIND = 'passage-missing';
const notice = message('FindingNotice', 1, { sender: 'hub', payload: { kind: KIND, country: 'ML' } });
const published = ledger({ state: 'ARRIVED', findings: [{ kind: KIND, raisedAt: '2026-11-20T12:00:00Z' }] });
const clean = ledger({ state: 'ARRIVED', findings: [] });

test('a finding told to whom it concerns, and published, is as required', () => {
  assertGreen(
    findingRaised([delivered(notice, 'TG'), delivered(notice, 'ML'), published], REFERENCE, KIND, [
      'TG',
      'ML',
    ]),
  );
});

test('a finding kept from the ledger, told to too few or to too many is seen', () => {
  assertRed(findingRaised([delivered(notice, 'TG'), clean], REFERENCE, KIND, ['TG']), /publiés : aucun/);
  assertRed(findingRaised([delivered(notice, 'TG')], REFERENCE, KIND, ['TG']), /non publié/);
  assertRed(findingRaised([delivered(notice, 'TG'), published], REFERENCE, KIND, ['TG', 'ML']), /: TG$/);
  assertRed(
    findingRaised([delivered(notice, 'TG'), delivered(notice, 'BF'), published], REFERENCE, KIND, ['TG']),
    /BF, TG/,
  );
});

test('a finding nobody asked for is seen, and a movement that is not published proves nothing', () => {
  assertGreen(noFinding([clean], REFERENCE));
  assertRed(noFinding([delivered(notice, 'TG'), clean], REFERENCE), /passage-missing à TG/);
  assertRed(noFinding([published], REFERENCE), /passage-missing/);
  assertRed(noFinding([], REFERENCE), /non publié/);
});

test('a finding about another country is seen', () => {
  assertGreen(findingNames([delivered(notice, 'TG')], REFERENCE, KIND, 'ML'));
  assertRed(findingNames([delivered(notice, 'TG')], REFERENCE, KIND, 'BF'), /ML/);
});

test('a finding about the right country and another one is seen', () => {
  const other = message('FindingNotice', 2, { sender: 'hub', payload: { kind: KIND, country: 'BF' } });
  const records = [delivered(notice, 'TG'), delivered(other, 'TG')];
  assertRed(findingNames(records, REFERENCE, KIND, 'ML'), /ML, BF/);
  assertRed(findingNames([], REFERENCE, KIND, 'ML'), /aucun/);
});

test('a finding told twice to one administration is seen; an attempt that failed is not told yet', () => {
  const again = message('FindingNotice', 2, { sender: 'hub', payload: { kind: KIND, country: 'ML' } });
  const twice = [delivered(notice, 'TG'), delivered(again, 'TG'), published];
  assertRed(findingRaised(twice, REFERENCE, KIND, ['TG']), /: TG, TG$/);
  const retried = [delivered(notice, 'TG', { status: 503 }), delivered(notice, 'TG'), published];
  assertGreen(findingRaised(retried, REFERENCE, KIND, ['TG']));
});

test('a ledger or a notice of another shape is not as required', () => {
  assertRedWhenMisshapen('findings', ledger, (records) => findingRaised(records, REFERENCE, KIND, []));
  assertRedWhenMisshapen('findings', ledger, (records) => noFinding(records, REFERENCE));
  const odd = message('FindingNotice', 1, { sender: 'hub', payload: { kind: { toString: 1 } } });
  assertRed(noFinding([delivered(odd, 'TG'), clean], REFERENCE), /toString/);
});
