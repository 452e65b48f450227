import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../simulators/tracking/devices/testing/free-port.ts';

/** Folder on PATH that holds `postgres` and `initdb`; undefined when there is none. */
export const postgresOnPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .find((folder) => ['postgres', 'initdb'].every((name) => existsSync(join(folder, name))));

/** PostgreSQL refuses to run as root: then as `postgres`, else as `nobody`. */
function serviceAccount(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const entry = ['postgres', 'nobody']
    .map((name) => lines.find((line) => line.startsWith(`${name}:`)))
    .find(Boolean);
  const [, , uid, gid] = entry?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** A PostgreSQL server that somebody else runs, as far as the stack knows. */
export class PostgresOnPath implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(bin: string): Promise<PostgresOnPath> {
    const folder = mkdtempSync(join(tmpdir(), 'corridor-postgres-'));
    const account = serviceAccount();
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
    const data = join(folder, 'data');
    const made = spawnSync(
      join(bin, 'initdb'),
      ['-D', data, '--username=corridor', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
      { cwd: '/', encoding: 'utf8', ...account },
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
    const port = await freePort();
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'lc_messages=C'];
    const flags = [...settings, `port=${port}`].flatMap((setting) => ['-c', setting]);
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      ...account,
    });
    const server = new PostgresOnPath(`postgres://corridor@127.0.0.1:${port}/essai`, child, folder);
    for await (const line of createInterface({ input: child.stderr }))
      if (line.includes('ready to accept connections')) {
        child.stderr.resume();
        return server;
      }
    await server[Symbol.asyncDispose]();
    throw new Error('postgres ended before it was ready');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exit = once(this.#child, 'exit');
      this.#child.kill('SIGQUIT');
      await exit;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
