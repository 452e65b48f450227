import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HarnessError } from '../../features/support/errors.ts';
import { packageRoot } from '../../profile/export/package-root.ts';
import type { Env } from './tar-of.ts';

const run = promisify(execFile);
const SERVER = 'github.com/Shopify/toxiproxy/v2/cmd/server';
const OUTPUT_LIMIT = 8 * 1_048_576;

/** The program of Toxiproxy without any library, built from `tools/go.mod` once for each content of `go.sum`. */
export async function toxiproxyBinary(env: Env): Promise<string> {
  const tools = join(packageRoot(), 'tools');
  const digest = createHash('sha256')
    .update(readFileSync(join(tools, 'go.sum')))
    .digest('hex')
    .slice(0, 12);
  const folder = join(packageRoot(), 'node_modules', '.cache', 'corridor', `toxiproxy-static-${digest}`);
  const file = join(folder, 'toxiproxy');
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const making = `${file}.${process.pid}`;
  const forGo = { ...env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' };
  const words = ['build', '-trimpath', '-ldflags', '-s -w', '-o', making, SERVER];
  await run('go', words, { cwd: tools, env: forGo, maxBuffer: OUTPUT_LIMIT }).catch((error: Error) => {
    throw notBuilt(error);
  });
  await rename(making, file);
  return file;
}

function notBuilt(cause: Error & { code?: unknown; stderr?: string }): HarnessError {
  const said = cause.stderr?.trim().split('\n').at(-1) ?? cause.message;
  const seen = cause.code === 'ENOENT' ? 'no "go" on the path' : said;
  return new HarnessError(
    'TOXIPROXY_NOT_BUILT',
    `Failed to build Toxiproxy: ${seen}.`,
    'Install Go 1.24 or later, or name an image that has it in a file: corridor images build --images FILE.',
    { cause },
  );
}
