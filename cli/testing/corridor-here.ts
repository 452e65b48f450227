import { Writable } from 'node:stream';
import { runCommandLine } from '../program.ts';
import type { Ended, ProcessOptions } from './corridor-process.ts';

const LIMIT_MS = 50_000;

/**
 * Runs one command line to its end in this process, with streams and a clock limit of its own: for tests that look at
 * what a command says and leaves, many times. How a process ends is looked at with `corridor`.
 */
export async function corridorHere(
  words: readonly string[],
  { cwd = process.cwd(), limitMs = LIMIT_MS }: Pick<ProcessOptions, 'cwd' | 'limitMs'> = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const startedMs = performance.now();
  const status = await runCommandLine(words, {
    stdout: collecting((text) => {
      said.stdout += text;
    }),
    stderr: collecting((text) => {
      said.stderr += text;
    }),
    stdin: process.stdin,
    env: process.env,
    cwd,
    signal: AbortSignal.timeout(limitMs),
    now: Date.now,
    words,
  });
  return { status, signal: null, ...said, elapsedMs: performance.now() - startedMs };
}

const collecting = (take: (text: string) => void): Writable =>
  new Writable({
    write: (chunk, _encoding, done) => {
      take(String(chunk));
      done();
    },
  });
