import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMessage } from '../parse-message.ts';
import { examples } from './examples.ts';
import { allMessages, messageByWireCode } from './messages.ts';

for (const [name, example] of Object.entries(examples)) {
  test(`the example of ${name} is accepted as it is read from JSON`, () => {
    const parsed = parseMessage(JSON.parse(JSON.stringify(example)));
    assert.deepEqual(parsed.ok ? [] : parsed.findings, []);
    assert.equal(parsed.ok && parsed.definition.name, name);
  });
}

test('each message has its own name and wire code, and is found by the code', () => {
  assert.equal(new Set(allMessages.map(({ name }) => name)).size, 23);
  assert.equal(new Set(allMessages.map(({ wireCode }) => wireCode)).size, 23);
  assert.equal(messageByWireCode('AT05')?.name, 'BorderPassage');
  assert.equal(messageByWireCode('AT99'), undefined);
});
