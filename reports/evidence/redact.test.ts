import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redactByPattern, redactText } from './redact.ts';

test('the access code of a guarantee is hidden and every other byte stays', () => {
  const text = '{ "payload" : {"accessCode" :\t"X1Y2", "amount": 1.50,"é":"\\u00e9"} }';
  assert.equal(redactText(text), '{ "payload" : {"accessCode" :\t"***", "amount": 1.50,"é":"\\u00e9"} }');
});

test('a key that hides behind an escape is hidden all the same', () => {
  assert.equal(redactText('{"access\\u0043ode":"X1Y2"}'), '{"access\\u0043ode":"***"}');
});

test('secrets of any shape are hidden: numbers, lists, objects that hold quotes and braces', () => {
  const text =
    '{"apiToken":12,"userPassword":["a","}"],"Authorization":{"a":"\\"}]"},"clientSecret":null,"z":1}';
  assert.equal(
    redactText(text),
    '{"apiToken":"***","userPassword":"***","Authorization":"***","clientSecret":"***","z":1}',
  );
});

test('a secret word that is a value, or only part of a text, is no secret', () => {
  for (const text of [
    '{"remarks":"password: see the notice"}',
    '["token","accessCode"]',
    '{"a":"accessCode"}',
  ])
    assert.equal(redactText(text), text);
});

test('text that is not JSON is redacted by pattern', () => {
  assert.equal(redactText('{"accessCode":"X1Y2"'), '{"accessCode":"***"');
  assert.equal(redactText('user=a&password=b&c=d'), 'user=a&password=***&c=d');
  assert.equal(redactText('Authorization: Bearer abc.def\nHost: x'), 'Authorization: Bearer ***\nHost: x');
  assert.equal(
    redactText('<g:accessCode x="1">X1Y2</g:accessCode>'),
    '<g:accessCode x="1">***</g:accessCode>',
  );
  assert.equal(redactByPattern('/v0/x?access_token=abc&y=1'), '/v0/x?access_token=***&y=1');
});
