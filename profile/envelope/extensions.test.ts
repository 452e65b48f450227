import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../messages/examples.ts';
import { parseMessage } from '../parse-message.ts';
import { MAX_CONTENT, MAX_EXTENSIONS } from './extensions.ts';

const optional = (content: unknown) => ({ mandatory: false, content });
const withExtensions = (extensions: unknown): object => ({ ...examples.DepartureRelease, extensions });

/** Every fault of a release with these extensions: code and pointer. */
function faultsOf(extensions: unknown): string[] {
  const read = parseMessage(withExtensions(extensions));
  return read.ok ? [] : read.findings.map(({ code, pointer }) => `${code} ${pointer}`);
}

test('a message with optional extensions is read, whatever they hold', () => {
  for (const content of [null, 0, '', false, [], {}, [{ a: [1.5, 'é'] }], 'x'.repeat(MAX_CONTENT - 2)])
    assert.deepEqual(faultsOf({ '0.2:sealPhoto': optional(content), 'x-bf:weighbridge': optional(1) }), []);
  assert.deepEqual(faultsOf({}), []);
});

test('every mandatory extension is refused by its name, beside the other faults of the message', () => {
  const mandatory = { mandatory: true, content: 1 };
  assert.deepEqual(faultsOf({ '0.2:one': mandatory, '0.2:two': optional(1), 'x-ml:three': mandatory }), [
    'UNKNOWN_MANDATORY /extensions/0.2:one',
    'UNKNOWN_MANDATORY /extensions/x-ml:three',
  ]);
  const { limitDate: _, ...payload } = examples.DepartureRelease.payload as Record<string, unknown>;
  const read = parseMessage({ ...withExtensions({ '0.2:one': mandatory }), payload });
  assert.deepEqual(read.ok ? [] : read.findings.map(({ code }) => code), [
    'UNKNOWN_MANDATORY',
    'MISSING_FIELD',
  ]);
});

test('an extension of another form is refused where it is', () => {
  assert.deepEqual(faultsOf([]), ['WRONG_TYPE /extensions']);
  assert.deepEqual(faultsOf(null), ['WRONG_TYPE /extensions']);
  assert.deepEqual(faultsOf({ sealPhoto: optional(1) }), ['PATTERN /extensions/sealPhoto']);
  assert.deepEqual(faultsOf({ 'x-bf:a/b': optional(1) }), ['PATTERN /extensions/x-bf:a~1b']);
  assert.deepEqual(faultsOf({ '0.2:a': { content: 1 } }), ['MISSING_FIELD /extensions/0.2:a/mandatory']);
  assert.deepEqual(faultsOf({ '0.2:a': { mandatory: false } }), ['MISSING_FIELD /extensions/0.2:a/content']);
  assert.deepEqual(faultsOf({ '0.2:a': { ...optional(1), more: 1 } }), [
    'UNEXPECTED_FIELD /extensions/0.2:a/more',
  ]);
  assert.deepEqual(faultsOf({ '0.2:a': optional('x'.repeat(MAX_CONTENT)) }), [
    'TOO_LONG /extensions/0.2:a/content',
  ]);
  const many = Array.from({ length: MAX_EXTENSIONS + 1 }, (_, nth) => [`0.2:a${nth}`, optional(nth)]);
  assert.deepEqual(faultsOf(Object.fromEntries(many)), ['TOO_MANY /extensions']);
});

test('a content nested deeper than can be written, and a name that objects treat apart, are refused', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
  assert.deepEqual(faultsOf({ '0.2:deep': optional(deep) }), ['TOO_LONG /extensions/0.2:deep/content']);
  for (const content of ['{"mandatory": true}', '"x"', '{"mandatory": false, "content": 1}'])
    assert.deepEqual(faultsOf(JSON.parse(`{"__proto__": ${content}}`)), ['PATTERN /extensions/__proto__']);
});
