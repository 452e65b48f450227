import { test } from 'node:test';
import {
  administrationsTold,
  administrationsToldAcrossCrash,
  neverTold,
  nobodyTold,
} from './administrations-told.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const id = notice.messageId;
const sent = submitted(notice);

test('everyone concerned told once is as required, also after a delivery had to be tried again', () => {
  const honest = [
    sent,
    delivered(notice, 'BF', { status: 503 }),
    delivered(notice, 'BF'),
    delivered(notice, 'ML'),
  ];
  assertGreen(administrationsTold(honest, id, ['BF', 'ML']));
});

test('a forgotten country, an uninvited one and a second accepted delivery are seen', () => {
  assertRed(administrationsTold([sent, delivered(notice, 'BF')], id, ['BF', 'ML']), /informées : BF$/);
  assertRed(
    administrationsTold([sent, delivered(notice, 'BF'), delivered(notice, 'NE')], id, ['BF']),
    /BF, NE/,
  );
  assertRed(
    administrationsTold([sent, delivered(notice, 'BF'), delivered(notice, 'BF')], id, ['BF']),
    /2 remise/,
  );
});

test('across a crash the same delivery may come again; another one, or none accepted, is seen', () => {
  const at = (cursor: number) => delivered(notice, 'BF', { cursor });
  assertGreen(administrationsToldAcrossCrash([sent, at(3), at(3)], id, ['BF']));
  assertRed(administrationsToldAcrossCrash([sent, at(3), at(4)], id, ['BF']), /place\(s\) 3, 4/);
  assertRed(administrationsToldAcrossCrash([sent, at(3)], id, ['BF', 'ML']), /informées : BF$/);
  const refused = delivered(notice, 'BF', { cursor: 3, status: 503 });
  assertRed(administrationsToldAcrossCrash([sent, refused], id, ['BF']), /0 remise/);
});

test('a country that was reached but never accepted has not been told', () => {
  assertRed(administrationsTold([sent, delivered(notice, 'BF', { status: 503 })], id, ['BF']), /0 remise/);
});

test('a refused message that reaches somebody is seen', () => {
  assertGreen(nobodyTold([sent], id));
  assertRed(nobodyTold([sent, delivered(notice, 'BF')], id), /BF/);
});

test('any message of the movement to a country off the road is seen, whatever its type', () => {
  const finding = message('FindingNotice', 2, { sender: 'hub', payload: { kind: 'overdue' } });
  assertGreen(neverTold([sent, delivered(notice, 'BF')], REFERENCE, 'NE'));
  assertRed(neverTold([sent, delivered(finding, 'NE')], REFERENCE, 'NE'), /NE reçoit 1/);
});
