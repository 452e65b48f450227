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

test('a body made to be slow is redacted in time that grows with its length only', {
  timeout: 20_000,
}, () => {
  const bodies = [
    `${'a'.repeat(200_000)} token`,
    'token'.repeat(40_000),
    '<accessCode'.repeat(20_000),
    `token${' '.repeat(200_000)}x`,
    `accessCode=${'\\'.repeat(200_000)}`,
  ];
  for (const body of bodies) assert.ok(redactText(body).length <= body.length + 3);
});

test('a long string beside a secret is no reason to fail', () => {
  const long = 'x'.repeat(20_000_000);
  const redacted = redactText(JSON.stringify({ long, accessCode: 'X1Y2' }));
  assert.equal(redacted.slice(-20), 'x","accessCode":"***"}'.slice(-20));
});

test('an access code inside a text that quotes JSON is hidden, however often it was quoted', () => {
  const inner = JSON.stringify({ accessCode: 'X1Y2', amount: 1 });
  const once = JSON.stringify({ raw: inner });
  assert.equal(redactText(once), once.replace('X1Y2', '***'));
  const twice = JSON.stringify({ raw: once });
  assert.equal(redactText(twice), twice.replace('X1Y2', '***'));
  const problem = JSON.stringify({ detail: 'Unexpected token, ..."accessCode": "X1Y2", }" is not JSON' });
  assert.equal(redactText(problem), problem.replace('X1Y2', '***'));
});

test('no access code is left of a body cut short, written otherwise, or in another encoding', () => {
  for (const text of [
    '{"accessCode":"ab X1Y2, X1Y2',
    '{"accessCode":"a\\"X1Y2',
    '{"accessCode":["X1Y2","X1Y2"',
    '{"access\\u0043ode":"X1Y2"',
    '{"access_code":"X1Y2"}',
    '{"oldAccess-Codes":["X1Y2"]}',
    '<accessCode><![CDATA[X1Y2]]></accessCode>',
    '/v0/x?access_token=ab%2FX1Y2&y=1',
    '/v0/x?q=%7B%22accessCode%22%3A%22X1Y2%22%7D',
    Buffer.from('{"accessCode":"X1Y2"}', 'utf16le').toString('utf8'),
  ])
    assert.doesNotMatch(redactText(text).replaceAll('\0', ''), /X1Y2/, text);
});
