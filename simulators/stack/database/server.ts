import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { StackError } from '../errors.ts';
import type { ServiceAccount } from './host.ts';
import type { Installation } from './installation.ts';

/** What a started server is made of. */
export interface ServerPlan {
  readonly installation: Installation;
  readonly account: ServiceAccount | null;
  /** Folder to copy the data directory from, or null when `data` is there already. */
  readonly from: string | null;
  /** The data directory to run on. */
  readonly data: string;
  /** Whether `data` goes when the server stops. */
  readonly temporary: boolean;
}

/** A running PostgreSQL of ours on 127.0.0.1. */
export interface RunningServer {
  readonly port: number;
  /** Ends when the server does, whoever stopped it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Lives between the stack and PostgreSQL. Its standard input is a pipe from the stack: when the stack ends, however
 * it ends, the pipe closes, PostgreSQL is told to stop and its copied data directory goes. It is told until it has:
 * a shell starts what runs in the background with SIGINT ignored, so one that is still starting would not hear it.
 */
const SUPERVISOR = `
exec 3<&0
postgres=$1 from=$2 data=$3 temporary=$4; shift 4
if [ -n "$from" ]; then cp -a "$from" "$data" || exit 90; fi
"$postgres" -D "$data" "$@" </dev/null 3<&- &
server=$!
( while read -r line <&3; do :; done; while kill -INT $server; do sleep 0.1; done ) 2>/dev/null &
watch=$!
wait $server; code=$?
kill $watch 2>/dev/null
if [ "$temporary" = yes ]; then rm -rf "$data"; fi
exit $code
`;

/**
 * Crash safety of the stack does not rest on the operating system surviving: these directories are thrown away
 * with the process, so PostgreSQL need not force its files to disk. `synchronous_commit` stays on: what is
 * committed survives any kill of the stack.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  shared_buffers: '32MB',
  jit: 'off',
  lc_messages: 'C',
  logging_collector: 'off',
  log_min_messages: 'warning',
} as const;

/** Starts PostgreSQL on a free port; another process may take the port meanwhile, then another port is tried. */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  let seen = '';
  let { from } = plan;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const started = await launch({ ...plan, from }, port);
    if ('port' in started) return started;
    seen = started.lastWords;
    if (!/could not bind|could not create any TCP/i.test(seen)) break;
    if (!plan.temporary) from = null;
  }
  throw new StackError(
    'POSTGRES_NOT_STARTED',
    `Failed to start PostgreSQL ${plan.installation.version}: it said ${JSON.stringify(seen)}.`,
    'Give --database URL to use a server of yours.',
  );
}

async function launch(plan: ServerPlan, port: number): Promise<RunningServer | { lastWords: string }> {
  const { installation, from, data, temporary, account } = plan;
  const settings = { ...SETTINGS, ...(installation.major >= 18 ? { io_method: 'sync' } : {}), port };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = `${installation.bin}/postgres`;
  const given = [program, from ?? '', data, temporary ? 'yes' : 'no', ...flags];
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'corridor-postgres', ...given], {
    stdio: ['pipe', 'ignore', 'pipe'],
    cwd: '/',
    detached: true, // Ctrl-C in the terminal is for the stack, which then stops its server
    ...account,
  });
  const ended = once(child, 'close').then(() => undefined);
  const lastWords = await readiness(child, ended);
  if (lastWords !== null) return { lastWords };
  const stop = async (): Promise<void> => {
    child.stdin?.end();
    await ended;
  };
  return { port, ended, stop };
}

/** Null when the server accepts connections; what it said last when it ended before. */
function readiness(child: ChildProcess, ended: Promise<void>): Promise<string | null> {
  const said: string[] = [];
  child.stdin?.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (said.length > 20) said.shift();
      if (line.includes('ready to accept connections')) resolve(null);
    });
    ended.then(() => resolve(said.slice(-3).join(' / ')), reject);
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
