import type { Io } from './io.ts';
import { reportCrash, runCommandLine } from './program.ts';

const CLOSED_PIPE = 128 + 13;

/** A group and its launcher both pass a signal on: only one that comes later than this is somebody's second wish. */
const SAME_SIGNAL_MS = 250;

const controller = new AbortController();
let firstAt = 0;
const stop = (exitCode: number) => () => {
  if (controller.signal.aborted && Date.now() - firstAt > SAME_SIGNAL_MS) process.exit(exitCode);
  if (!controller.signal.aborted) firstAt = Date.now();
  controller.abort();
};
process.on('SIGHUP', stop(129));
process.on('SIGINT', stop(130));
process.on('SIGTERM', stop(143));
// Whoever started us (the launcher, a harness) is gone, however it ended: nobody is left to stop us.
process.on('disconnect', () => controller.abort());
process.channel?.unref();
// A reader that goes away (corridor ... | head) is not a fault, and no verdict either.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(CLOSED_PIPE);
});

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  signal: controller.signal,
  now: Date.now,
  words: process.argv.slice(2),
};
// Without this a crash would end with 1, which says that somebody's system does not conform.
process.on('uncaughtException', (error) => process.exit(reportCrash(error, io)));

void runCommandLine(io.words, io).then((exitCode) => {
  process.exitCode = exitCode;
});
