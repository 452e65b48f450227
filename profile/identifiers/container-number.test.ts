import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseContainerNumber } from './container-number.ts';

test('accepts the worked example of ISO 6346 and refuses it with the next check digit', () => {
  assert.equal(parseContainerNumber('CSQU3054383'), 'CSQU3054383');
  assert.throws(() => parseContainerNumber('CSQU3054384'), { code: 'CHECK_DIGIT', hint: /expected 3/ });
});

test('refuses a container number of another form before it looks at the check digit', () => {
  assert.throws(() => parseContainerNumber('CSQX3054383'), { code: 'PATTERN', hint: /CSQU3054383/ });
  assert.throws(() => parseContainerNumber('csqu3054383'), { code: 'PATTERN' });
});
