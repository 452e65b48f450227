import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Child } from './child.ts';

const WITHIN_MS = 5_000;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts a grandchild that would live for a minute, and says its number. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const { pid } = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  console.log('before'); console.log('pid ' + pid);
  setTimeout(() => {}, 60000);
`;

test('when a child is disposed, what it started ends with it', {
  skip: process.platform === 'win32',
}, async () => {
  const child = new Child(process.execPath, ['-e', PARENT]);
  const [, grandchild] = await child.line(/^pid (\d+)$/, WITHIN_MS);
  assert.equal(isAlive(Number(grandchild)), true);
  await child[Symbol.asyncDispose]();
  const ended = Date.now() + WITHIN_MS;
  while (isAlive(Number(grandchild)) && Date.now() < ended) await new Promise(setImmediate);
  assert.equal(isAlive(Number(grandchild)), false);
  assert.equal(child.isOver, true);
});

test('a child that ends without the awaited line is told with what it said on stderr', async () => {
  await using child = new Child(process.execPath, ['-e', 'console.error("no room"); process.exit(7)']);
  await assert.rejects(child.line(/^ready$/, WITHIN_MS), /Failed to see \/\^ready\$\/[\s\S]*no room/);
  assert.equal(await child.exit(WITHIN_MS), 7);
});

test('a program that is not there is an error, not a crash', async () => {
  await using child = new Child('no-such-program', []);
  await assert.rejects(child.line(/^ready$/, WITHIN_MS), /ENOENT/);
});
