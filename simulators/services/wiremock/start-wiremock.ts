import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ServiceError } from '../service-error.ts';

/** A WireMock that answers. Disposing ends it when it is ours, and leaves it alone when it is not. */
export interface RunningWireMock extends AsyncDisposable {
  readonly url: string;
  /** How it was found, for the record of a run. */
  readonly by: 'url' | 'jar';
  /** Of our own: resolves when it ends and nobody asked it to. */
  readonly exited?: Promise<ServiceError>;
}

export interface StartOptions {
  readonly env: NodeJS.ProcessEnv;
  /** 0 takes a free one. */
  readonly port?: number;
  /** The Java to run it with, on PATH when it has no slash. */
  readonly java?: string;
  readonly signal?: AbortSignal | undefined;
}

const READY_WITHIN_MS = 30_000;

/** Unbounded, the journal grows by gigabytes under load. */
const JOURNAL_ENTRIES = 5_000;

/** Starts quickly and stays small: it serves a scenario at a time. */
const JAVA_OPTIONS = ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * Stands between us and Java: however this process ends, the channel closes, and Java is killed with it. The folder that
 * WireMock works in goes too.
 */
const GUARDIAN = `
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');
const [folder, program, ...words] = process.argv.slice(1);
const child = spawn(program, words, { stdio: ['ignore', 'inherit', 'inherit'] });
const clean = () => rmSync(folder, { recursive: true, force: true });
child.on('error', (error) => { process.stderr.write(String(error.code)); clean(); process.exit(127); });
child.on('exit', (code) => { clean(); process.exit(code ?? 1); });
const end = () => child.kill('SIGKILL');
process.on('disconnect', end);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
`;

/**
 * Starts the WireMock of the npm package `wiremock` on loopback and waits until it listens.
 * @throws ServiceError NO_JAVA, PORT_IN_USE or WIREMOCK_NOT_STARTED
 */
export async function startWireMock({
  env,
  port = 0,
  java = 'java',
  signal,
}: StartOptions): Promise<RunningWireMock> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-wiremock-'));
  const words = [
    ...JAVA_OPTIONS,
    '-jar',
    jarPath(),
    ...['--port', String(port), '--bind-address', '127.0.0.1', '--root-dir', folder],
    ...[
      '--max-request-journal-entries',
      String(JOURNAL_ENTRIES),
      // an answer that is held back, or never comes, keeps no thread from other requests
      ...['--async-response-enabled', 'true'],
      '--disable-gzip',
      '--disable-extensions-scanning',
    ],
  ];
  const child = spawn(process.execPath, ['-e', GUARDIAN, folder, java, ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env,
    detached: true,
  });
  let isAsked = false;
  const end = async (): Promise<void> => {
    isAsked = true;
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const listening = await portOf(child, port, java, signal);
    child.stdout?.resume();
    const { promise: exited, resolve } = Promise.withResolvers<ServiceError>();
    child.once('exit', (code) => !isAsked && resolve(gone(code)));
    return { url: `http://127.0.0.1:${listening}`, by: 'jar', exited, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The runnable jar in the npm package. */
function jarPath(): string {
  const folder = join(dirname(createRequire(__filename).resolve('wiremock/package.json')), 'build');
  const jar = readdirSync(folder).find((name) => name.endsWith('.jar'));
  if (jar !== undefined) return join(folder, jar);
  const hint = 'Run npm ci again.';
  throw new ServiceError('NO_WIREMOCK', `The npm package wiremock holds no jar in ${folder}.`, hint);
}

/** Its banner ends with the port that it took. */
async function portOf(
  child: ChildProcess,
  wished: number,
  java: string,
  signal?: AbortSignal,
): Promise<number> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4000);
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const found = new Promise<number>((resolve) => {
    lines.on('line', (line) => {
      const port = /^port: +(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw notStarted(Number(code), stderr, wished, java);
  });
  const limit = AbortSignal.timeout(READY_WITHIN_MS);
  const late = once(signal ? AbortSignal.any([limit, signal]) : limit, 'abort').then(() => {
    throw notStarted(
      -1,
      signal?.aborted ? 'interrupted' : `silent for ${READY_WITHIN_MS / 1000} s`,
      wished,
      java,
    );
  });
  for (const loser of [gone, late]) loser.catch(() => undefined);
  try {
    return await Promise.race([found, gone, late]);
  } finally {
    lines.close();
  }
}

function notStarted(code: number, stderr: string, port: number, java: string): ServiceError {
  if (code === 127)
    return new ServiceError(
      'NO_JAVA',
      `No Java to run WireMock with: ${JSON.stringify(java)} is not there (${stderr.trim()}).`,
      'Install a Java 11 or later, or give WIREMOCK_URL the address of a running WireMock 3.',
    );
  if (/Failed to bind|BindException|already in use/i.test(stderr))
    return new ServiceError(
      'PORT_IN_USE',
      `WireMock cannot listen on 127.0.0.1:${port}: the port is in use.`,
      'Choose another port, or 0 for any free one; end what listens there.',
    );
  const [seen = ''] = stderr.trim().split('\n');
  const hint = 'Run java -version: WireMock 3 needs Java 11 or later.';
  return new ServiceError(
    'WIREMOCK_NOT_STARTED',
    `WireMock did not start (code ${code}): ${seen || 'no word'}.`,
    hint,
  );
}

const gone = (code: number | null): ServiceError =>
  new ServiceError(
    'WIREMOCK_GONE',
    `WireMock ended by itself (code ${code ?? 'none'}).`,
    'Look at the memory of the machine and at who may end Java there, and start again.',
  );

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
