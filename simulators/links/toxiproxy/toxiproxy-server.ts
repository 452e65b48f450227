import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LinkError } from '../link-error.ts';
import { findToxiproxy, type ToxiproxyPlaces } from './find-toxiproxy.ts';
import { ToxiproxyApi } from './toxiproxy-api.ts';

const READY_WITHIN_MS = 10_000;
const ASKED_EVERY_MS = 25;
/** A port that was free may be taken by the time it is used. */
const STARTS = 5;

/**
 * Holds the server: it ends with its standard input, which closes when this process ends, however it ends.
 * A program of three lines, so that it needs no file and no compiler.
 */
const KEEPER = `
const server = require('node:child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: ['ignore', 'ignore', 'inherit'] });
server.on('error', (error) => { console.error(error.message); process.exit(1); });
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', () => server.kill('SIGKILL')).on('error', () => server.kill('SIGKILL')).resume();
`;

/** A Toxiproxy to use: the one that runs at TOXIPROXY_URL, else one of our own. Disposed: ours has ended. */
export class Toxiproxy implements AsyncDisposable {
  readonly api: ToxiproxyApi;
  readonly #keeper: ChildProcess | undefined;

  private constructor(api: ToxiproxyApi, keeper?: ChildProcess) {
    this.api = api;
    this.#keeper = keeper;
  }

  /** @throws LinkError `TOXIPROXY_MISSING` when there is none, `TOXIPROXY_FAILED` when it does not answer */
  static async open(places: ToxiproxyPlaces & { readonly seed?: number }): Promise<Toxiproxy> {
    const url = places.env['TOXIPROXY_URL'];
    if (url !== undefined && url !== '') {
      const api = new ToxiproxyApi(url);
      await api.version();
      return new Toxiproxy(api);
    }
    const binary = await findToxiproxy(places);
    for (let start = 1; ; start += 1) {
      const started = await startOne(binary, places.seed ?? 0);
      if (started) return new Toxiproxy(started.api, started.keeper);
      if (start === STARTS)
        throw new LinkError(
          'TOXIPROXY_FAILED',
          `Failed to start Toxiproxy: "${binary}" does not answer.`,
          'Run it by hand to see why, or use --links embedded.',
        );
    }
  }

  /** Of our own server: its keeper's process id. */
  get pid(): number | undefined {
    return this.#keeper?.pid;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#keeper) await ended(this.#keeper);
  }
}

async function startOne(
  binary: string,
  seed: number,
): Promise<{ api: ToxiproxyApi; keeper: ChildProcess } | undefined> {
  const port = await freePort();
  const words = ['-host', '127.0.0.1', '-port', String(port), '-seed', String(seed)];
  // Ctrl-C in a terminal goes to the whole group: a group of its own lets the scenarios end first.
  const keeper = spawn(process.execPath, ['-e', KEEPER, binary, ...words], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { LOG_LEVEL: 'error' },
    detached: true,
  });
  keeper.stdin?.on('error', () => undefined);
  const api = new ToxiproxyApi(`http://127.0.0.1:${port}`);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (keeper.exitCode === null && performance.now() < deadline) {
    if (await api.version().catch(() => undefined)) return { api, keeper };
    await pause(ASKED_EVERY_MS);
  }
  await ended(keeper);
  return undefined;
}

async function ended(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const exit = once(keeper, 'exit');
  keeper.stdin?.end();
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
