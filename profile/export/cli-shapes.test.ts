import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { cliShapes } from './cli-shapes.ts';
import { packageRoot } from './package-root.ts';

/** Rows of the page that have another name than their shape. */
const ROWS: Readonly<Record<string, string>> = { 'profile-export': '`profile export`', error: 'wrong usage' };
/** Lists that the row of another command describes. */
const ELSEWHERE = new Set(['remarks of verify']);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

test('docs/cli.md names every member of every shape, and those of what a list holds', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'cli.md'), 'utf8').split('\n');
  const missing = Object.entries(cliShapes).flatMap(([name, { schema }]) => {
    const row = page.find((line) => line.startsWith(`| ${ROWS[name] ?? `\`${name}\``}`)) ?? '';
    const { properties = {} } = z.toJSONSchema(schema) as Schema;
    const members = Object.entries(properties).flatMap(([member, { items }]) => [
      member,
      ...(ELSEWHERE.has(`${member} of ${name}`) ? [] : Object.keys(items?.properties ?? {})),
    ]);
    return members
      .filter((member) => !new RegExp(`\\b${member}\\b`).test(row))
      .map((one) => `${name}: ${one}`);
  });
  assert.deepEqual(missing, []);
});
