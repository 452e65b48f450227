import { test } from 'node:test';
import { capabilitiesPublished, healthy, participantsRegistered } from './stack-statement.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted } from './testing/evidence.ts';

const ics = {
  profileVersions: ['0.1'],
  classes: ['base'],
  messages: ['TransitNotice'],
  testClock: true,
  mergedArrival: true,
  signatures: false,
  guaranteeRegister: true,
  environment: 'test',
};

test('capabilities in the form agreed are as required; a missing option and another version are seen', () => {
  assertGreen(capabilitiesPublished([consulted('/v0/capabilities', { ...ics, more: 1 })], '0.1'));
  const { testClock: _, ...without } = ics;
  assertRed(capabilitiesPublished([consulted('/v0/capabilities', without)], '0.1'), /testClock/);
  const later = consulted('/v0/capabilities', { ...ics, profileVersions: ['0.9'] });
  assertRed(capabilitiesPublished([later], '0.1'), /0\.9/);
  assertRed(capabilitiesPublished([], '0.1'), /rien/);
});

test('health that is not ready, of another environment, or in local time is seen', () => {
  const health = { status: 'ready', environment: 'test', now: '2026-11-20T12:00:00.000Z' };
  assertGreen(healthy([consulted('/v0/health', health)], 'test'));
  assertRed(healthy([consulted('/v0/health', { ...health, status: 'starting' })], 'test'), /starting/);
  assertRed(
    healthy([consulted('/v0/health', { ...health, environment: 'production' })], 'test'),
    /production/,
  );
  assertRed(
    healthy([consulted('/v0/health', { ...health, now: '2026-11-20T13:00:00+01:00' })], 'test'),
    /\+01/,
  );
});

test('a participant that is not there, or at another address, is seen', () => {
  const participants = [{ seat: 'BF', baseUrl: 'http://127.0.0.1:1', system: 'BF' }];
  const published = [consulted('/v0/participants', { participants })];
  assertGreen(participantsRegistered(published, new Map([['BF', 'http://127.0.0.1:1']])));
  assertRed(participantsRegistered(published, new Map([['BF', 'http://127.0.0.1:2']])), /:1$/);
  assertRed(participantsRegistered(published, new Map([['ML', 'http://127.0.0.1:1']])), /rien/);
});

test('answers of another shape are not as required', () => {
  const consult = (path: string) => (answer: unknown) => consulted(path, answer);
  const addresses = new Map([['BF', 'http://127.0.0.1:1']]);
  assertRedWhenMisshapen('participants', consult('/v0/participants'), (records) =>
    participantsRegistered(records, addresses),
  );
  assertRedWhenMisshapen('classes', consult('/v0/capabilities'), (records) =>
    capabilitiesPublished(records, '0.1'),
  );
  assertRedWhenMisshapen('now', consult('/v0/health'), (records) => healthy(records, 'test'));
});
