import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { LinkError } from '../link-error.ts';

const BUILT_WITHIN_MS = 300_000;
const GET_IT =
  'Start one and name it by TOXIPROXY_URL, give a binary by TOXIPROXY_BIN or on PATH (toxiproxy-server), install Go 1.24 to have it built, or use --links embedded.';

/** Where to look for a Toxiproxy. */
export interface ToxiproxyPlaces {
  /** `TOXIPROXY_BIN` and `PATH` are read, and all of it goes to the Go toolchain. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder of the package, with tools/go.mod. */
  readonly root: string;
  /** Told before something that takes long. */
  readonly note?: ((sentence: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * A binary of Toxiproxy: named, on PATH, or built once by the Go toolchain into a folder that git ignores.
 * @throws LinkError `TOXIPROXY_MISSING` with what was seen and how to get it
 */
export async function findToxiproxy(places: ToxiproxyPlaces): Promise<string> {
  const named = places.env['TOXIPROXY_BIN'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw missing(`TOXIPROXY_BIN names "${named}", where nothing is`);
  }
  const found = onPath(places.env, `toxiproxy-server${suffix}`);
  return found ?? buildOnce(places);
}

/** A program in one of the folders of `PATH`. */
export function onPath(env: ToxiproxyPlaces['env'], name: string): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Keyed by what go.sum pins: another version is built beside, never over one that runs. */
async function buildOnce({ env, root, note, signal }: ToxiproxyPlaces): Promise<string> {
  const tools = join(root, 'tools');
  const sums = join(tools, 'go.sum');
  if (!existsSync(sums)) throw missing('no binary was named or found, and tools/go.mod is not here');
  const digest = hash('sha256', readFileSync(sums), 'hex').slice(0, 16);
  const folder = join(root, '.cache', 'tools', digest);
  const binary = join(folder, `server${suffix}`);
  if (existsSync(binary)) return binary;
  const go = onPath(env, `go${suffix}`);
  if (!go) throw missing('no binary was named or found, and there is no Go toolchain to build it');
  note?.('Toxiproxy is built by the Go toolchain, once; this takes a minute or two.');
  await build(go, tools, folder, env, signal);
  if (existsSync(binary)) return binary;
  throw missing(`the Go toolchain built no ${binary}`);
}

/** Built beside, then renamed: nobody finds half of it, and of two that build at once the first wins. */
async function build(
  go: string,
  tools: string,
  folder: string,
  env: ToxiproxyPlaces['env'],
  signal: AbortSignal | undefined,
): Promise<void> {
  const parent = join(folder, '..');
  await mkdir(parent, { recursive: true });
  const beside = await mkdtemp(join(parent, 'build-'));
  try {
    const options = { cwd: tools, env: { ...env }, timeout: BUILT_WITHIN_MS, ...(signal && { signal }) };
    await promisify(execFile)(
      go,
      ['build', '-o', `${beside}/`, 'github.com/Shopify/toxiproxy/v2/cmd/server'],
      options,
    );
    await rename(beside, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const [line = message] = (stderr ?? '').trim().split('\n').slice(-1);
    throw missing(`the Go toolchain could not build it ("${(line || message).slice(0, 200)}")`, error);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

const missing = (seen: string, cause?: unknown): LinkError =>
  new LinkError('TOXIPROXY_MISSING', `Failed to find a Toxiproxy: ${seen}.`, GET_IT, cause);
