import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../profile/messages/message.ts';
import { type MessageName, messages } from '../../profile/messages/messages.ts';
import { declarantStatus } from './declarants.ts';
import { MovementBook } from './movement-book.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';

const { reference, notice, release, arrival, control, discharge } = exampleMovement(1);
const declarant = { name: 'Transitaire fictif', taxId: 'TG-FICTIF-1' };
/** The time limit of the example is 1 December 2026. */
const BEFORE = Date.parse('2026-11-30T12:00:00Z');
const AFTER = Date.parse('2026-12-02T12:00:00Z');

const steps: [name: MessageName, payload: object, sender: string][] = [
  ['TransitNotice', notice, 'TG'],
  ['DepartureRelease', release, 'TG'],
  ['ArrivalNotice', arrival, 'BF'],
  ['ControlResult', control, 'BF'],
  ['DischargeNotice', discharge, 'TG'],
];

/** The book of a country after the first so many messages of the journey. */
function entriesOf(country: string, count: number) {
  const book = new MovementBook(country);
  for (const [index, [name, payload, sender]] of steps.slice(0, count).entries()) {
    const message: Message = {
      profileVersion: '0.1',
      messageId: `00000000-0000-7000-8000-00000000000${index}`,
      messageType: messages[name].wireCode,
      sender,
      recipient: 'route',
      preparedAt: '2026-11-20T06:30:00Z',
      testIndicator: true,
      payload: payload as Record<string, unknown>,
    };
    book.add({ message, name, receivedAt: '2026-11-21T08:00:00.000Z', late: false });
  }
  return book.references().flatMap((known) => book.entry(known) ?? []);
}

test('a T1 past its time limit blocks its declarant, and its discharge frees him', () => {
  assert.deepEqual(declarantStatus(entriesOf('TG', 2), declarant, BEFORE), { blocked: false, because: [] });
  const late = { blocked: true, because: [reference] };
  assert.deepEqual(declarantStatus(entriesOf('TG', 2), declarant, AFTER), late);
  assert.deepEqual(declarantStatus(entriesOf('TG', 4), declarant, AFTER), late);
  assert.deepEqual(declarantStatus(entriesOf('TG', 5), declarant, AFTER), { blocked: false, because: [] });
});

test('a T1 without time limit blocks nobody yet, and one of somebody else never', () => {
  assert.equal(declarantStatus(entriesOf('TG', 1), declarant, AFTER).blocked, false);
  const other = { ...declarant, taxId: 'TG-FICTIF-2' };
  assert.equal(declarantStatus(entriesOf('TG', 2), other, AFTER).blocked, false);
  assert.equal(declarantStatus(entriesOf('TG', 2), { name: declarant.name }, AFTER).blocked, true);
});

test('only the country of departure keeps the status', () => {
  assert.equal(declarantStatus(entriesOf('BF', 2), declarant, AFTER).blocked, false);
});
