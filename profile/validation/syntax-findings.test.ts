import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { syntaxFindings } from './syntax-findings.ts';

test('a body of a million unexpected fields costs no more findings than a refusal can hold', () => {
  const value = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, 0]));
  const refused = z.strictObject({}).safeParse(value);
  assert.equal(syntaxFindings(refused.error?.issues ?? [], value).length, 9_999);
});
