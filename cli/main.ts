import { runCommandLine } from './program.ts';

const controller = new AbortController();
const stop = (exitCode: number) => () => {
  if (controller.signal.aborted) process.exit(exitCode);
  controller.abort();
};
process.on('SIGINT', stop(130));
process.on('SIGTERM', stop(143));
// A reader that goes away (corridor ... | head) is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

void runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  signal: controller.signal,
  now: Date.now,
  words: process.argv.slice(2),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
