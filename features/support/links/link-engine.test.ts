import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerOf } from '../ownership/owner.ts';
import { ownersFrom } from './link-engine.ts';

const here = ownerOf(process.pid);

test('proxies of a process that is gone are known; of one that lives, or of whom nothing is understood, they stay', () => {
  const { isGone } = ownersFrom(here);
  const ended = ownersFrom({ ...here, began: `${here.began}0` });
  const elsewhere = ownersFrom({ ...here, machine: 'elsewhere', began: 'before' });
  assert.equal(isGone(ended.here), true);
  for (const owner of [ownersFrom(here).here, elsewhere.here, '', 'null', '5', '{}', '{"machine":1}'])
    assert.equal(isGone(owner), false, owner);
});
