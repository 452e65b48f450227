import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { packageRoot } from '../../../profile/export/package-root.ts';

test('a port for trackers that somebody else has is told, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const words = ['bin/corridor.js', 'stack', '--tracking-port', `${port}`];
  const stack = spawn(process.execPath, words, { cwd: packageRoot(), stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(stack.stderr), once(stack, 'exit')]);
  assert.match(said, new RegExp(`Failed to listen on 127\\.0\\.0\\.1:${port}: the port is in use`));
  assert.match(said, /--tracking-port/);
  assert.equal(code, 4);
  other.close();
});
