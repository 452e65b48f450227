/**
 * `npm run storm -- [--kills 100] [--seed 1] [--movements 24] [--links embedded|toxiproxy] [--deviation NAME] [--format json]`:
 * the hub killed again and again under traffic while links break, and the books reconciled. Exit 0 when nothing was lost and
 * nothing done twice, 1 when something was, 2 when that is not proven or on Ctrl-C, 3 when the storm could not be made, 4 on
 * wrong usage.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes } from '../../cli/failure.ts';
import { type LinkEngineName, linkEngines } from '../../features/support/links/link-engine-names.ts';
import { human } from './report.ts';
import { type StormOptions, storm } from './storm.ts';

const LARGEST = 2 ** 31 - 1;
const EXIT = {
  pass: exitCodes.conformant,
  fail: exitCodes.nonConformity,
  inconclusive: exitCodes.inconclusive,
};

class Usage extends Error {}

interface Choice extends StormOptions {
  readonly json: boolean;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Usage(`found "${text}"; --${name} is a whole number from ${least} to ${most}.`);
}

function oneOf<Name extends string>(name: string, text: string, known: readonly Name[]): Name {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  throw new Usage(`found "${text}"; --${name} is one of ${known.join(', ')}.`);
}

function chosen(words: readonly string[], now: number): Choice {
  const { values } = readWords(words);
  const { seed, deviation, out } = values;
  const name = `${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-seed-${seed}`;
  return {
    kills: wholeNumber('kills', values.kills, 1, 10_000),
    seed: wholeNumber('seed', seed, 0, LARGEST),
    movements: wholeNumber('movements', values.movements, 1, 200),
    links: oneOf<LinkEngineName>('links', values.links, linkEngines),
    deviation,
    folder: path.resolve(out ?? path.join('reports', 'storms', name)),
    json: oneOf('format', values.format, ['human', 'json']) === 'json',
  };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        kills: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        movements: { type: 'string', default: '24' },
        links: { type: 'string', default: 'embedded' },
        deviation: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string', default: 'human' },
      },
    });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}

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
  const choice = chosen(process.argv.slice(2), clock.now());
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
