import { test } from 'node:test';
import { journeyComplete, senderNotTold } from './journey-complete.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const release = message('DepartureRelease', 2);
const arrival = message('ArrivalNotice', 3, { sender: 'BF' });
const sent = [notice, release, arrival].map((one) => submitted(one));
const honest = [...sent, delivered(notice, 'BF'), delivered(release, 'BF'), delivered(arrival, 'TG')];

test('each country received what the others sent, in order', () => {
  assertGreen(journeyComplete(honest, REFERENCE, ['TG', 'BF']));
});

test('a message lost, overtaken, doubled, or told off the road is seen', () => {
  assertRed(journeyComplete(honest.slice(0, -1), REFERENCE, ['TG', 'BF']), /TG, dans l'ordre : aucun/);
  const overtaken = [...sent, delivered(release, 'BF'), delivered(notice, 'BF'), delivered(arrival, 'TG')];
  assertRed(journeyComplete(overtaken, REFERENCE, ['TG', 'BF']), /mainlevée pour transit, avis de transit/);
  assertRed(
    journeyComplete([...honest, delivered(arrival, 'TG')], REFERENCE, ['TG', 'BF']),
    /avis d'arrivée, avis d'arrivée/,
  );
  assertRed(
    journeyComplete([...honest, delivered(notice, 'NE')], REFERENCE, ['TG', 'BF']),
    /NE \(avis de transit\)/,
  );
});

test('a journey of which nothing was sent is not complete', () => {
  assertRed(journeyComplete([], REFERENCE, ['TG', 'BF']), /0 message/);
});

test('a message that comes back to its sender is seen', () => {
  assertGreen(senderNotTold(honest));
  assertRed(senderNotTold([...honest, delivered(notice, 'TG')]), /4 remise\(s\), dont 1 /);
});

test('a stack that delivers nothing has not kept messages from their senders', () => {
  assertRed(senderNotTold([]), /0 remise/);
  assertRed(senderNotTold(sent), /0 remise/);
});
