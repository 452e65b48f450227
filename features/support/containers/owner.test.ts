import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { labelsOfRun, ownerIn } from './labels.ts';
import { isGone, ownerOf } from './owner.ts';

const here = ownerOf(process.pid);

test('this process lives, and is read back from its labels', () => {
  const owner = ownerIn(labelsOfRun('run', here));
  assert.deepEqual(owner, here);
  assert.equal(isGone(here, here), false);
});

test('a process is gone once it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const owner = ownerOf(child.pid ?? 0);
  assert.equal(isGone(owner, here), false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(isGone(owner, here), true);
});

test('another process that has got the number since is not the owner', () => {
  assert.equal(isGone({ ...here, began: `${here.began}0` }, here), true);
});

test('of another machine, or a room of processes that we do not see into, nothing is taken; after a restart it is gone', () => {
  const gone = { ...here, pid: 2 ** 30 };
  assert.equal(isGone(gone, here), true);
  assert.equal(isGone({ ...gone, machine: 'elsewhere' }, here), false);
  assert.equal(isGone({ ...gone, room: 'pid:[1]' }, here), false);
  assert.equal(isGone({ ...here, boot: 'before' }, here), true);
});

test('what is not labelled by us belongs to nobody', () => {
  assert.equal(ownerIn(undefined), undefined);
  assert.equal(ownerIn({ 'corridor.owner': 'test' }), undefined);
});
