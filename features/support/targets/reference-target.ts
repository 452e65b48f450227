import type { Clock } from '../../../profile/clock.ts';
import { atAddress } from '../../../simulators/links/index.ts';
import { lastingPorts } from '../../../simulators/ports/lasting-port.ts';
import { behindDatabaseLink } from './database-link.ts';
import { moveToSmallDisk } from './small-disk.ts';
import { type StackCommand, type StackOptions, StackProcess } from './stack-process.ts';
import type { StackNeeds, StackUnderTest, Target } from './target.ts';

export interface ReferenceTargetOptions {
  readonly command: StackCommand;
  readonly env: NodeJS.ProcessEnv;
  readonly deviation?: string | undefined;
  /** A database server that runs already; without it the stack brings its own. */
  readonly database?: string | undefined;
  /** Names the databases of fresh stacks, so that two runs on one server do not meet. */
  readonly runId: string;
  /** Real time, ms since the epoch. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** The reference stack in its own process, and fresh ones beside it on the same database server. */
export async function startReferenceTarget(options: ReferenceTargetOptions): Promise<Target> {
  const { command, env, deviation, database, runId, signal, now } = options;
  const started = await startOne({ command, env, deviation, database, signal });
  const main = database === undefined ? withItsServer(started) : started;
  let count = 0;
  const fresh = async (needs: StackNeeds = {}): Promise<StackUnderTest> => {
    count += 1;
    const { services, databaseLink, databaseAnswerMs } = needs;
    const own = waitingFor(databaseNamed(main.database ?? '', `${runId}_${count}`), databaseAnswerMs);
    const options = { command, env, deviation, services, signal };
    if (needs.smallDisk) return startOnSmallDisk({ ...options, database: own });
    return databaseLink
      ? startBehindLink({ ...options, database: own }, { now })
      : startOne({ ...options, database: own });
  };
  return { main, fresh, [Symbol.asyncDispose]: () => main[Symbol.asyncDispose]() };
}

async function startOne(asked: StackOptions): Promise<StackUnderTest> {
  using starting = new DisposableStack();
  const options = { ...asked, port: starting.use(await lastingPorts.take()).port };
  let current = await StackProcess.start(options);
  const kept = starting.move();
  const { url, database } = current;
  const { promise: exited, resolve: endedUnasked } = Promise.withResolvers<string>();
  const watch = async (): Promise<void> => {
    const reason = await current.exited;
    if (reason !== undefined) endedUnasked(reason);
  };
  void watch();
  const port = Number(new URL(url).port);
  const kill = () => current.kill();
  const start = async (): Promise<void> => {
    current = await StackProcess.start({ ...options, database, port });
    void watch();
  };
  return {
    description: { name: 'reference', environment: 'test', hub: url, seatsUnderTest: ['hub'] },
    exited,
    database,
    kill,
    start,
    restart: async () => {
      await kill();
      await start();
    },
    [Symbol.asyncDispose]: async () => {
      await current[Symbol.asyncDispose]();
      kept[Symbol.dispose]();
    },
  };
}

/** The database server that a stack brings lives and dies with it, and so do the fresh ones beside: such a one is never killed. */
const withItsServer = ({
  kill: _kill,
  start: _start,
  restart: _restart,
  ...stack
}: StackUnderTest): StackUnderTest => stack;

function startBehindLink(
  options: StackOptions & { readonly database: string },
  clock: Clock,
): Promise<StackUnderTest> {
  const { hostname: host, port, pathname: name } = new URL(options.database);
  return behindDatabaseLink({ name, to: { host, port: Number(port) }, clock }, (link) =>
    startOne({ ...options, database: atAddress(options.database, link) }),
  );
}

/** A stack whose tables lie on a disk that can be filled. */
async function startOnSmallDisk(options: StackOptions): Promise<StackUnderTest> {
  const stack = await startOne(options);
  try {
    const disk = await moveToSmallDisk(stack.database ?? '');
    const end = async (): Promise<void> => {
      await stack[Symbol.asyncDispose]();
      await disk[Symbol.asyncDispose]();
    };
    return { ...stack, disk, [Symbol.asyncDispose]: end };
  } catch (error) {
    await stack[Symbol.asyncDispose]();
    throw error;
  }
}

/** The same database, waited for so long: `postgres://u:p@h/one?query_timeout=300`. */
export function waitingFor(url: string, answerMs: number | undefined): string {
  const other = new URL(url);
  if (answerMs !== undefined) other.searchParams.set('query_timeout', String(answerMs));
  return other.href;
}

/** The same server, another database: `postgres://u:p@h:5432/one` -> `postgres://u:p@h:5432/two`. */
export function databaseNamed(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name.replace(/[^a-z0-9_]/gi, '_').toLowerCase()}`;
  return other.href;
}
