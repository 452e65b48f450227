import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { evidenceLines } from './evidence-lines.ts';

async function numbersIn(text: string): Promise<[number, number][]> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-lines-'));
  try {
    const file = join(folder, 'exchange.ndjson');
    await writeFile(file, text);
    const seen: [number, number][] = [];
    for await (const lines of evidenceLines(file))
      for (const { number, text: line } of lines) seen.push([number, line.length]);
    return seen;
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a line of several blocks is one line', async () => {
  assert.deepEqual(await numbersIn(`a\n${'b'.repeat(3_000_000)}\nc`), [
    [1, 1],
    [2, 3_000_000],
    [3, 1],
  ]);
});

for (const end of ['', '\n'])
  test(`a line above 16 MiB is refused while it is read, ended by ${JSON.stringify(end)}`, async () => {
    await assert.rejects(numbersIn(`a\n${'b'.repeat(17 * 2 ** 20)}${end}`), {
      code: 'NOT_A_RECORD',
      line: 2,
      message: /line 2 of .*longer than 16 MiB/,
    });
  });
