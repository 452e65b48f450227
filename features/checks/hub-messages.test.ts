import { test } from 'node:test';
import { hubMessagesSound } from './hub-messages.ts';
import {
  acknowledgementOf,
  assertGreen,
  assertRed,
  delivered,
  message,
  submitted,
} from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const acknowledgement = acknowledgementOf(notice, 2);
const finding = message('FindingNotice', 3, {
  sender: 'hub',
  recipient: 'TG',
  payload: {
    transitReference: '26TG0LOM1A00000010',
    kind: 'overdue',
    raisedAt: '2026-11-20T12:00:00Z',
    detail: 'x',
  },
});
const say = (changes: object) => [delivered({ ...finding, ...changes } as typeof finding, 'TG')];

test('a conform answer of the hub is sound, and a hub that says nothing has shown nothing', () => {
  assertGreen(hubMessagesSound([submitted(notice, { answer: acknowledgement })]));
  assertRed(hubMessagesSound([submitted(notice, { fault: 'timeout' })]), /aucun/);
  assertRed(hubMessagesSound([submitted(notice, { answer: [] })]), /aucun/);
});

test('an unknown field, real traffic from a test hub, and local time are seen', () => {
  assertRed(hubMessagesSound(say({ note: 'x' })), /UNEXPECTED_FIELD à \/note/);
  assertRed(hubMessagesSound(say({ testIndicator: false })), /testIndicator false/);
  assertRed(hubMessagesSound(say({ preparedAt: '2026-11-20T13:00:00+01:00' })), /\+01:00/);
});

test('a message of the hub without payload, or with its members of another kind, is not sound', () => {
  const { payload: _, ...bare } = finding;
  const told = (body: unknown) => ({ ...delivered(finding, 'TG'), body: JSON.stringify(body) });
  for (const body of [bare, { ...bare, payload: null }, { ...finding, preparedAt: 7 }])
    assertRed(hubMessagesSound([told(body)]), /fautes : [A-Z_]+ à /);
});

test('a sentence of the hub that begins with the instant of another is no date', () => {
  const refusal = message('FunctionalError', 4, {
    ...{ sender: 'hub', recipient: 'TG', correlationId: notice.messageId },
    payload: {
      relatesTo: notice.messageId,
      findings: [
        {
          code: 'FUTURE_DATED',
          pointer: '/payload/controlledAt',
          reason: '2099-01-01T01:00:00+01:00 est après preparedAt',
        },
      ],
    },
  });
  assertGreen(hubMessagesSound([delivered(refusal, 'TG')]));
});
