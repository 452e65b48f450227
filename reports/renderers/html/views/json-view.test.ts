import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../catalogue.ts';
import { jsonView } from './json-view.ts';

const marked = (text: string, ...pointers: string[]): string[] =>
  [...jsonView(catalogue.fr, text, pointers).markup.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(
    ([, line = '']) => line.trim(),
  );

test('the value at a pointer is marked, whole when it is an object', () => {
  assert.deepEqual(marked('{"a":{"b":1,"c":[2]},"d":3}', '/d'), ['&quot;d&quot;: 3']);
  assert.deepEqual(marked('{"a":{"b":1},"d":3}', '/a'), ['&quot;a&quot;: {', '&quot;b&quot;: 1', '},']);
});

test('names with slash and tilde are found by their coded pointer, entries of lists by their number', () => {
  assert.deepEqual(marked('{"a/b":{"~":[1,2]}}', '/a~1b/~0/1'), ['2']);
});

test('where the field is absent, the parent line is marked and the reader is told', () => {
  const { markup } = jsonView(catalogue.fr, '{"payload":{"seals":[]}}', ['/payload/sealCount']);
  assert.deepEqual(marked('{"payload":{"seals":[]}}', '/payload/sealCount'), ['&quot;payload&quot;: {', '}']);
  assert.match(markup, /absent du message/);
});

test('text that is not JSON is shown as it came', () => {
  assert.match(jsonView(catalogue.fr, '<not json>', []).markup, /&lt;not json&gt;/);
});

test('a body of thousands of nested lists is shown as it came, and breaks no report', () => {
  const text = '['.repeat(4_000) + ']'.repeat(4_000);
  const { markup } = jsonView(catalogue.fr, text, ['/0/0']);
  assert.ok(markup.includes(text) && markup.length < 2 * text.length);
});

test('brackets inside a text are no nesting', () => {
  const { markup } = jsonView(catalogue.fr, JSON.stringify({ remarks: '['.repeat(100) }), ['/remarks']);
  assert.match(markup, /<mark/);
});
