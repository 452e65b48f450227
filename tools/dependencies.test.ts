import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(read('package.json'));
const declared = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

test('each dependency has its line in docs/decisions/0002-dependencies.md, and no line is left over', () => {
  const lines = read('docs/decisions/0002-dependencies.md').matchAll(/^\| `([^`]+)` \|/gm);
  assert.deepEqual([...lines].map(([, name]) => name).sort(), Object.keys(declared).sort());
});

test('each version is exact', () => {
  const loose = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  assert.deepEqual(loose, []);
});

test('the lock file names no registry', () => {
  assert.doesNotMatch(read('package-lock.json'), /"resolved": "http/);
});
