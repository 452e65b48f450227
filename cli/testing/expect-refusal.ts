import assert from 'node:assert/strict';
import { errorShape } from '../../profile/export/cli-shapes.ts';
import type { Ended } from './corridor-process.ts';

const STACK_TRACE = /^\s+at .+[(/].*:\d+:\d+\)?$/m;

/** Nothing that a person should not have to read: no stack trace, no `[object Object]`, no `undefined`. */
export function expectReadable({ stdout, stderr }: Ended): void {
  for (const text of [stdout, stderr]) {
    assert.doesNotMatch(text, STACK_TRACE);
    assert.doesNotMatch(text, /\[object Object\]|\bundefined\b|\bNaN\b|SuppressedError/);
  }
}

/** A refusal with `--format json`: the exit code, exactly one document of the published shape, nothing on stderr. */
export function expectRefusal(
  ended: Ended,
  exitCode: number,
): { code: string; message: string; hint: string } {
  expectReadable(ended);
  assert.equal(ended.status, exitCode, ended.stdout + ended.stderr);
  assert.equal(ended.stderr, '');
  const { error } = errorShape.parse(JSON.parse(ended.stdout));
  assert.notEqual(error.hint, '', 'a refusal says what to do');
  assert.doesNotMatch(error.message, /\n/, 'one sentence');
  return error;
}
