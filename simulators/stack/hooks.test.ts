import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { hooksOf } from './deviations/deviation.ts';
import { allDeviations, deviationNames } from './deviations/deviations.ts';
import { composeHooks } from './hooks.ts';

const surroundings = { clock: { now: () => 0 }, pause: () => Promise.resolve() };

test('without a deviation every hook gives back what it takes', () => {
  const hooks = composeHooks([]);
  const notices = [{ kind: 'overdue', recipients: ['TG'], detail: 'x' }];
  assert.equal(hooks.onFinding(notices, null), notices);
  assert.equal(hooks.onRetry(1000, { recipient: 'BF', attempts: 1, elapsedMs: 0 }), 1000);
});

test('several deviations act one after the other on the same value', () => {
  const hooks = composeHooks([{ onRetry: (pause) => pause + 1 }, { onRetry: (pause) => pause * 2 }]);
  assert.equal(hooks.onRetry(1, { recipient: 'BF', attempts: 1, elapsedMs: 0 }), 4);
});

test('no two files of deviations have one name', () => {
  const files = readdirSync(join(__dirname, 'deviations'), { recursive: true, encoding: 'utf8' });
  const written = files.filter((file) => dirname(file) !== '.' && file.endsWith('.ts'));
  assert.equal(written.length, deviationNames.length);
});

test('every deviation acts on a hook that there is, and has the name of its file', () => {
  const known = new Set(Object.keys(composeHooks([])));
  const words = new Set(['name', 'violates', 'why', 'shy', 'underLoad', 'perStack']);
  for (const deviation of allDeviations()) {
    const hooks = Object.keys(hooksOf(deviation, surroundings)).filter((key) => !words.has(key));
    assert.ok(hooks.length > 0, `${deviation.name} does nothing`);
    assert.deepEqual(
      hooks.filter((hook) => !known.has(hook)),
      [],
      deviation.name,
    );
  }
  assert.deepEqual(
    allDeviations().map(({ name }) => name),
    deviationNames,
  );
});
