import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { readYamlFile } from './yaml-file.ts';

test('a pipe or a device given as a file is refused before it is opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-yaml-'));
  const pipe = join(folder, 'pipe.yaml');
  execFileSync('mkfifo', [pipe]);
  const words = { code: 'TARGET', what: 'the target', hint: 'Give a file.', needs: 'a hub' };
  for (const path of [pipe, '/dev/zero', '/dev/null'])
    assert.throws(() => readYamlFile(path, folder, z.object({}), words), {
      code: 'TARGET_NOT_READ',
      message: /it is a pipe or a device, no file/,
    });
  assert.throws(() => readYamlFile('.', folder, z.object({}), words), { message: /it is a folder/ });
  await rm(folder, { recursive: true });
});
