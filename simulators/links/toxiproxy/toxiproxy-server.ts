import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { onPath, type ToolPlaces } from '../../go-tools/index.ts';
import { LinkError } from '../link-error.ts';
import { findToxiproxy } from './find-toxiproxy.ts';
import { type ProxyOwners, removeAbandoned } from './proxy-owner.ts';
import { ToxiproxyApi } from './toxiproxy-api.ts';

const READY_WITHIN_MS = 10_000;
const ASKED_EVERY_MS = 25;
/** A port that was free may be taken by the time it is used. */
const STARTS = 5;
/** What is quoted of what it said. */
const QUOTED_CHARACTERS = 300;

/**
 * Holds the server: it ends with its standard input, which closes when this process ends, however it ends.
 * A program of three lines, so that it needs no file and no compiler.
 */
const KEEPER = `
const server = require('node:child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: ['ignore', 2, 2] });
server.on('error', (error) => { console.error(error.message); process.exit(1); });
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', () => server.kill('SIGKILL')).on('error', () => server.kill('SIGKILL')).resume();
`;

/** Where the system can, the server is killed with its keeper, even when that is killed by hand. */
const setpriv = (env: ToolPlaces['env']): string[] =>
  onPath(env, 'setpriv') === undefined ? [] : ['setpriv', '--pdeathsig', 'KILL'];

/** A Toxiproxy to use: the one that runs at TOXIPROXY_URL, else one of our own. Disposed: ours has ended. */
export class Toxiproxy implements AsyncDisposable {
  readonly api: ToxiproxyApi;
  readonly #keeper: ChildProcess | undefined;

  private constructor(api: ToxiproxyApi, keeper?: ChildProcess) {
    this.api = api;
    this.#keeper = keeper;
  }

  /** @throws LinkError `TOXIPROXY_MISSING` when there is none, `TOXIPROXY_FAILED` when it does not answer */
  static async open(places: ToolPlaces & { readonly owners?: ProxyOwners }): Promise<Toxiproxy> {
    const url = places.env['TOXIPROXY_URL'];
    if (url !== undefined && url !== '') return new Toxiproxy(await running(url, places));
    const binary = await findToxiproxy(places);
    for (let start = 1; ; start += 1) {
      const started = await startOne([...setpriv(places.env), binary], places.env);
      if (typeof started !== 'string') return new Toxiproxy(started.api, started.keeper);
      if (start === STARTS)
        throw new LinkError(
          'TOXIPROXY_FAILED',
          `Failed to start Toxiproxy: "${binary}" does not answer: "${started}".`,
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

/** One that somebody else runs; what killed runs left there is taken away. */
async function running(
  url: string,
  { owners, note }: { readonly owners?: ProxyOwners } & Pick<ToolPlaces, 'note'>,
): Promise<ToxiproxyApi> {
  const api = new ToxiproxyApi(url, owners?.here);
  await api.version();
  const removed = owners ? await removeAbandoned(api, owners) : 0;
  if (removed > 0)
    note?.(
      `Toxiproxy at ${api.url}: took away ${removed} ${removed === 1 ? 'proxy' : 'proxies'} of a run that was killed.`,
    );
  return api;
}

/** One of our own, or the end of what it said when it does not answer. */
async function startOne(
  server: readonly string[],
  env: ToolPlaces['env'],
): Promise<{ api: ToxiproxyApi; keeper: ChildProcess } | string> {
  const port = await freePort();
  const words = ['-host', '127.0.0.1', '-port', String(port)];
  // Ctrl-C in a terminal goes to the whole group: a group of its own lets the scenarios end first.
  const keeper = spawn(process.execPath, ['-e', KEEPER, ...server, ...words], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { LOG_LEVEL: 'error', PATH: env['PATH'] },
    detached: true,
  });
  keeper.stdin?.on('error', () => undefined);
  let said = '';
  keeper.stderr?.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString('utf8')).slice(-QUOTED_CHARACTERS);
  });
  const api = new ToxiproxyApi(`http://127.0.0.1:${port}`);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (keeper.exitCode === null && performance.now() < deadline) {
    if (await api.version().catch(() => undefined)) return { api, keeper };
    await pause(ASKED_EVERY_MS);
  }
  await ended(keeper);
  return said.trim();
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
