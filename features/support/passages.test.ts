import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BorderPassagePayload } from '../../profile/messages/border-passage.ts';
import { withSeals } from './passages.ts';

const passage = (...numbers: string[]) =>
  ({
    passedAt: '2026-11-20T12:00:00Z',
    seals: { state: 'intact', numbers },
  }) as unknown as BorderPassagePayload;

test('the officer finds of the seals what the scenario says', () => {
  assert.deepEqual(withSeals(passage('TG1234560', 'TG1234561'), 'broken').seals, {
    state: 'broken',
    numbers: ['TG1234561'],
  });
});

test('nothing can be found of seals that are not there: the scenario is at fault', () => {
  assert.throws(() => withSeals(passage(), 'broken'), { code: 'NO_SEALS' });
});
