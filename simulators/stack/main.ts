import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Writable } from 'node:stream';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { type Database, openDatabase } from './database/database.ts';
import { type Deviation, hooksOf } from './deviations/deviation.ts';
import { deviationNamed, deviationNames } from './deviations/deviations.ts';
import { StackError } from './errors.ts';
import { notListening } from './not-listening.ts';
import { readServices } from './services/service-options.ts';
import type { Environment } from './stack-context.ts';
import { startStack } from './start-stack.ts';
import { readTimers } from './timer-options.ts';
import { readListenerLimits } from './tracking/listeners/limit-options.ts';

/** Options of `corridor stack`. */
export interface StackOptions {
  readonly host?: string;
  readonly port?: number;
  /** Address under which devices reach the listeners, where it is not the one listened on; absent: that. */
  readonly publicHost?: string;
  /** PostgreSQL URL; absent: a server of its own. */
  readonly database?: string;
  readonly deviation?: string;
  readonly environment?: Environment;
  /** Timer values in seconds by name, as JSON text. */
  readonly timers?: string;
  /** Base addresses of the national services to be asked by name, as JSON text or the path of a file with it. */
  readonly services?: string;
  /** Limits of the listeners of the tracking platforms by name, as JSON text. */
  readonly trackingLimits?: string;
  /** Port of the first listener for devices; absent: any free ones. */
  readonly trackingPort?: number;
  readonly format?: 'human' | 'json';
}

/** What the stack uses of its process. */
export interface StackStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the stack shall stop. */
  readonly signal: AbortSignal;
  /** ms since the epoch. */
  readonly now: () => number;
}

/**
 * Runs a reference stack until it is told to stop. When ready it writes one line to stdout: with format `json`
 * `{ready, url, database, instance, pid}`, else a sentence.
 * @throws StackError with a sentence, a hint and an exit code when it cannot start
 */
export async function runStack(options: StackOptions, streams: StackStreams): Promise<void> {
  const { environment = 'test', host = '127.0.0.1', port = 0 } = options;
  const clock = { now: streams.now };
  const hooks =
    options.deviation === undefined ? [] : [hooksOf(insistOnDeviation(options.deviation), { clock, pause })];
  const timers = readTimers(options.timers);
  const services = readServices(options.services);
  const limits = readListenerLimits(options.trackingLimits);
  const log = pino({ level: streams.env['CORRIDOR_LOG_LEVEL'] ?? 'warn' }, streams.stderr);
  const opening = openDatabase(options.database, { env: streams.env, pid: process.pid, isAlive });
  const reference = await meanwhile(opening, loadReferenceData);
  const database = await opening;
  try {
    const stack = await startStack({
      pool: database.pool,
      reference,
      corridors: reference.corridors,
      clock,
      environment,
      timers,
      services,
      tracking: { limits, host, publicHost: options.publicHost, firstPort: options.trackingPort },
      hooks,
      log,
    });
    try {
      const url = await listen(stack.server, host, port);
      await stack.resume();
      announce(options, streams, url, database);
      await stopped(streams.signal, database);
    } finally {
      await stack.close();
    }
  } finally {
    await database.close();
  }
}

/** Keeps no process that has ended otherwise. */
const pause = (ms: number): Promise<unknown> => pauseFor(ms, undefined, { ref: false });

/** Reads the files while the database starts; when that fails, nothing that was started stays behind. */
async function meanwhile<Result>(opening: Promise<Database>, act: () => Result): Promise<Result> {
  opening.catch(() => undefined); // told by the await below
  await new Promise((resolve) => setImmediate(resolve)); // the database's processes are on their way
  try {
    return act();
  } catch (error) {
    await opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function insistOnDeviation(name: string): Deviation {
  const found = deviationNamed(name);
  if (found) return found;
  throw new StackError(
    'UNKNOWN_DEVIATION',
    `Found no deviation named ${JSON.stringify(name)}.`,
    `Known: ${deviationNames.join(', ')}.`,
  );
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw notListening(error, host, port, 'Give another --port, or 0 for any free one.');
  }
  const address = server.server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}`;
}

function announce({ format }: StackOptions, { stdout }: StackStreams, url: string, database: Database): void {
  const ready = { ready: true, url, database: database.url, instance: randomUUID(), pid: process.pid };
  const sentence = `Reference stack ready at ${url} (Ctrl-C stops it).`;
  stdout.write(`${format === 'json' ? JSON.stringify(ready) : sentence}\n`);
}

/** Ends when the stack is told to stop; a database server of our own that dies is a fault. */
async function stopped(signal: AbortSignal, database: Database): Promise<void> {
  const told = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  const died = await Promise.race([told.then(() => false), database.ended.then(() => true)]);
  if (!died) return;
  throw new StackError(
    'POSTGRES_NOT_STARTED',
    'Failed to go on: the embedded PostgreSQL ended.',
    'Start the stack again, or give --database URL.',
  );
}
