import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { isOfRun, labelsOfRun, ownerIn } from './labels.ts';
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

test('of another machine, or a room of processes that we do not see into, nothing is taken', () => {
  const gone = { ...here, pid: 2 ** 30 };
  assert.equal(isGone(gone, here), true);
  assert.equal(isGone({ ...gone, machine: 'elsewhere' }, here), false);
  assert.equal(isGone({ ...gone, room: 'pid:[1]' }, here), false);
});

test('after a restart it is gone; another machine that is called the same has not been restarted', () => {
  const known = { ...here, installation: 'a' };
  assert.equal(isGone({ ...known, boot: 'before' }, known), true);
  assert.equal(isGone({ ...known, boot: 'before', installation: 'b' }, known), false);
  const unknown = { ...here, installation: '' };
  assert.equal(isGone({ ...unknown, boot: 'before' }, unknown), false);
});

test('what is not labelled by us belongs to nobody', () => {
  assert.equal(ownerIn(undefined), undefined);
  for (const owner of ['test', 'null', '{}', '7', JSON.stringify({ ...here, pid: 0 })])
    assert.equal(ownerIn({ 'corridor.owner': owner }), undefined, owner);
});

test('a container that somebody made of ours has our labels, and a name that is not ours', () => {
  const labels = labelsOfRun('7-b', here);
  for (const name of ['/corridor-7-b-stack-2', 'corridor-7-b', 'corridor-7-b-probe'])
    assert.equal(isOfRun(labels, [name]), true, name);
  for (const name of ['/mine', '/brave_curie', '/corridor-7-c-stack', '/corridor-7-bis', ''])
    assert.equal(isOfRun(labels, [name]), false, name);
  assert.equal(isOfRun({}, ['/corridor-stack']), false);
});
