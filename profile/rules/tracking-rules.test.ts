import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../messages/examples.ts';
import { breaks, type Case, lawful } from '../testing/rule-table.ts';

const judge = (cases: readonly Case[]) => {
  for (const { title, seen, expected } of cases) test(title, () => assert.deepEqual(seen(), expected));
};

const position = {
  ...examples.TrackingEvent,
  payload: { ...examples.TrackingEvent.payload, kind: 'POSITION', alert: undefined },
};

judge(
  breaks(examples.TrackingEvent, 'an alert', [
    ['R38', { '/sender': 'TG' }, '/sender'],
    ['R39', { '/sender': 'TRK-BF' }, '/payload/platform'],
    ['R40', { '/payload/alert': undefined }, '/payload/alert'],
    ['R41', { '/payload/authorised': true }, '/payload/authorised'],
    ['R42', { '/payload/position': undefined }, '/payload/position'],
    ['FUTURE_DATED', { '/payload/recordedAt': '2026-11-03T02:20:00Z' }, '/payload/recordedAt'],
    ['FUTURE_DATED', { '/payload/receivedAt': '2026-11-03T02:20:00Z' }, '/payload/receivedAt'],
    ['RECIPIENT_NOT_ALLOWED', { '/recipient': 'route' }, '/recipient'],
    ['RECIPIENT_NOT_ALLOWED', { '/recipient': 'TG' }, '/recipient'],
  ]),
);
judge(
  lawful(examples.TrackingEvent, 'an alert', [
    {},
    { '/payload/alert': 'SEAL_OPEN', '/payload/authorised': true },
    { '/payload/gnss': 'LOST', '/payload/position': undefined },
    { '/payload/recordedAt': '2026-10-03T02:14:02Z', '/payload/stored': true },
  ]),
);
judge(breaks(position, 'a position', [['R40', { '/payload/alert': 'DEVIATION' }, '/payload/alert']]));
judge(lawful(position, 'a position', [{}]));

judge(
  breaks(examples.DeviceAssignment, 'an assignment', [
    ['R38', { '/sender': 'TRK-TG' }, '/sender'],
    ['R43', { '/payload/action': 'TRANSFER' }, '/payload/replaces'],
    ['R43', { '/payload/replaces': { platform: 'TRK-BF', deviceId: 'SYN-0002' } }, '/payload/replaces'],
    ['FUTURE_DATED', { '/payload/at': '2026-11-02T11:40:00Z' }, '/payload/at'],
    ['MISSING_FIELD', { '/payload/office': undefined }, '/payload/office'],
    ['RECIPIENT_NOT_ALLOWED', { '/recipient': 'TRK-TG' }, '/recipient'],
  ]),
);
judge(
  lawful(examples.DeviceAssignment, 'an assignment', [
    {
      '/payload/action': 'TRANSFER',
      '/payload/replaces': { platform: 'TRK-BF', deviceId: 'SYN-0002' },
    },
  ]),
);

judge(lawful(examples.FunctionalError, 'a functional error', [{ '/recipient': 'TRK-NE' }]));
judge(
  breaks(examples.MovementQuery, 'a query', [
    ['RECIPIENT_NOT_ALLOWED', { '/recipient': 'TRK-NE' }, '/recipient'],
    ['R38', { '/sender': 'TRK-NE' }, '/sender'],
  ]),
);
