import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGuaranteeReference } from './guarantee-reference.ts';
import { nationalReference, nationalReferenceOf, transitReferenceOf } from './national-reference.ts';
import { parseOfficeCode } from './office-code.ts';
import { parseTransitReference } from './transit-reference.ts';

test('accepts a transit reference with its check digit and refuses every other last digit', () => {
  assert.equal(parseTransitReference('26TG0LOM1T00000014'), '26TG0LOM1T00000014');
  for (const digit of '012356789') {
    assert.throws(() => parseTransitReference(`26TG0LOM1T0000001${digit}`), {
      code: 'CHECK_DIGIT',
      hint: /expected 4/,
    });
  }
});

test('refuses a transit reference whose office or length has another form', () => {
  assert.throws(() => parseTransitReference('26TGXLOM1T00000014'), { code: 'PATTERN' });
  assert.throws(() => parseTransitReference('26TG0LOM1T000000014'), { code: 'PATTERN' });
});

test('a SYDONIA key gives a transit reference and comes back from it unchanged', () => {
  const key = nationalReference.parse({ office: 'TG0LOM1', year: 2026, serial: 'T', number: 1 });
  assert.equal(transitReferenceOf(key), '26TG0LOM1T00000014');
  assert.deepEqual(nationalReferenceOf(parseTransitReference('26TG0LOM1T00000014')), key);
});

test('a guarantee reference has the check digit of the same rule', () => {
  assert.equal(parseGuaranteeReference('26TG000000000CCI6'), '26TG000000000CCI6');
  assert.throws(() => parseGuaranteeReference('26TG000000000CCI7'), {
    code: 'CHECK_DIGIT',
    hint: /expected 6/,
  });
});

test('an office code that was never mapped to the form of the profile is refused with an example', () => {
  assert.throws(() => parseOfficeCode('205'), { code: 'PATTERN', hint: /TG0LOM1/ });
});
