/**
 * `npm run storm -- [--kills 100] [--seed 1] [--movements 24] [--links embedded|toxiproxy] [--deviation NAME]
 * [--phases NAME,NAME] [--out DIRECTORY] [--format json] [--help]`:
 * the hub killed again and again under traffic while links break, and the books reconciled. Exit 0 when nothing was lost and
 * nothing done twice, 1 when something was, 2 when that is not proven or on Ctrl-C, 3 when the storm could not be made, 4 on
 * wrong usage.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exitCodes } from '../../cli/failure.ts';
import { asksForHelp, HELP } from './help.ts';
import { readOptions, Usage } from './options.ts';
import { human } from './report.ts';
import { storm } from './storm.ts';

const EXIT = {
  pass: exitCodes.conformant,
  fail: exitCodes.nonConformity,
  inconclusive: exitCodes.inconclusive,
};

/** One line that is rewritten on a terminal; elsewhere one line in ten kills. */
function progressOf(stderr: NodeJS.WriteStream, asked: number) {
  let told = '';
  return ({ stage, kills, movements }: { stage: string; kills: number; movements: number }): void => {
    const line = `storm: ${stage}, ${kills} of ${asked} kills, ${movements} movements`;
    if (stderr.isTTY) stderr.write(`\r\u001B[K${line}`);
    else if (stage !== told || kills % 10 === 0) stderr.write(`${line}\n`);
    told = stage;
  };
}

async function main(): Promise<number> {
  const { env, stderr, stdout } = process;
  const clock = { now: () => Date.now() };
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    stdout.write(HELP);
    return exitCodes.conformant;
  }
  const choice = readOptions(words, clock.now());
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => stop.abort(new Error('Interrupted.')));
  const onProgress = progressOf(stderr, choice.kills);
  try {
    const outcome = await storm(choice, { env, stderr, clock, signal: stop.signal, onProgress });
    await writeFile(path.join(choice.folder, 'storm.json'), `${JSON.stringify(outcome, null, 2)}\n`);
    if (stderr.isTTY) stderr.write('\r\u001B[K');
    const folder = path.relative('', choice.folder);
    stdout.write(
      choice.json ? `${JSON.stringify({ ...outcome, folder })}\n` : human(outcome, choice, folder),
    );
    return EXIT[outcome.verdict];
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    stderr.write(`\nInterrupted: the storm was not judged. Its evidence is in ${choice.folder}.\n`);
    return exitCodes.inconclusive;
  }
}

function failed(error: unknown): number {
  const { message, hint } = error as { message: string; hint?: string };
  const usage = error instanceof Usage;
  const what = usage ? `Failed to read the arguments: ${message}` : `Failed to make the storm: ${message}`;
  process.stderr.write(`${what}${hint === undefined ? '' : ` ${hint}`}\n`);
  return usage || (error as { code?: string }).code === 'UNKNOWN_DEVIATION'
    ? exitCodes.wrongUsage
    : exitCodes.harnessFault;
}

void main().then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(failed(error)),
);
