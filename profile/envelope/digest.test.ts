import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalForm } from './digest.ts';

test('writes the sample of RFC 8785 section 3.2.2 as the RFC does', () => {
  const sample = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);
  const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  assert.equal(canonicalForm(sample), expected);
});

test('sorts names by UTF-16 code units as in RFC 8785 section 3.2.3', () => {
  const sample = JSON.parse(String.raw`{
    "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
  }`);
  assert.deepEqual(Object.values(JSON.parse(canonicalForm(sample).replace('"1"', '"one"'))), [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test('two messages that differ in order of fields only have one canonical form', () => {
  assert.equal(canonicalForm({ b: 1, a: { d: 2, c: 3 } }), '{"a":{"c":3,"d":2},"b":1}');
});

test('any JSON value has the canonical form that the library gives it, and no other value has one', () => {
  const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));
  fc.assert(
    fc.property(object, (value) => assert.equal(canonicalForm(value), canonicalize(value))),
    { seed: 1 },
  );
  const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as object;
  assert.equal(canonicalForm(deep), canonicalize(deep));
  assert.throws(() => canonicalForm({ text: '\ud800' }), /surrogate/);
  assert.throws(() => canonicalForm({ amount: Number.NaN }), /NaN/);
  assert.equal(canonicalForm({ at: new Date(0), none: undefined }), '{"at":"1970-01-01T00:00:00.000Z"}');
});
