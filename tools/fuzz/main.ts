/**
 * `npm run fuzz -- PROTOCOL|all [--inputs 2000000] [--seed 1]`: arbitrary bytes and mangled frames through reader and writer.
 * Exit 0 without a crash, 1 with one (told with the bytes that bring it back), 4 on wrong usage.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { loadDialect } from '../../simulators/tracking/devices/dialects.ts';
import { type ProtocolName, protocolNames } from '../../simulators/tracking/protocols/protocol.ts';
import { corpusOf } from './corpus.ts';
import { examine, noTally } from './examine.ts';
import { type FuzzInput, fuzzInput } from './inputs.ts';
import type { FuzzOrder, FuzzResult } from './worker.ts';

const CRASHED = 1;
const USAGE = 4;
const SLOW_MS = 500;
const HANGS_MS = 30_000;
const LOOK_MS = 500;
const LARGEST = 2 ** 31 - 1;

interface Choice {
  readonly names: readonly ProtocolName[];
  readonly inputs: number;
  readonly seed: number;
  /** One input alone, in this thread: for a debugger. */
  readonly number: number | undefined;
}

const isProtocol = (name: string): name is ProtocolName =>
  (protocolNames as readonly string[]).includes(name);

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= LARGEST) return value;
  throw new Error(`found "${text}"; --${name} is a whole number from ${least} to ${LARGEST}.`);
}

function chosen(words: readonly string[]): Choice {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      inputs: { type: 'string', default: '2000000' },
      seed: { type: 'string', default: '1' },
      number: { type: 'string' },
    },
  });
  const wanted = positionals.length === 0 || positionals.includes('all') ? [...protocolNames] : positionals;
  const names = wanted.filter(isProtocol);
  if (names.length < wanted.length)
    throw new Error(`found "${positionals.join(' ')}"; choose all, or among ${protocolNames.join(', ')}.`);
  return {
    names,
    inputs: wholeNumber('inputs', values.inputs, 1),
    seed: wholeNumber('seed', values.seed, 0),
    number: values.number === undefined ? undefined : wholeNumber('number', values.number, 0),
  };
}

/** What brings an input back: its bytes in their chunks, and the line that plays it alone. */
function told(protocol: string, seed: number, number: number, { bytes, ends, session }: FuzzInput): string {
  const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end).toString('hex'));
  return `  bytes   ${chunks.join(' ')}\n  session ${JSON.stringify(session)}\n  replay  npm run fuzz -- ${protocol} --seed ${seed} --number ${number}`;
}

/** A thread with the order; a hang is told as a crash of the input in work. */
function runInThread(protocol: ProtocolName, { seed, inputs }: Choice): Promise<FuzzResult> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const order: FuzzOrder = { protocol, seed, inputs, at, slowMs: SLOW_MS };
  const worker = new Worker(path.join(__dirname, 'worker.ts'), {
    workerData: order,
    execArgv: ['--require', 'ts-node/register'],
  });
  return new Promise((resolve, reject) => {
    let [seen, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const number = Atomics.load(at, 0);
      showProgress(protocol, number, inputs);
      if (number !== seen) [seen, since] = [number, performance.now()];
      else if (performance.now() - since > HANGS_MS) {
        const crashes = [{ number, what: `no end after ${HANGS_MS / 1000} s`, stack: '' }];
        void worker.terminate();
        resolve({ ...noTally(), slowestMs: HANGS_MS, crashes, inputs: number + 1 });
      }
    }, LOOK_MS);
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => clearInterval(watch));
  });
}

function showProgress(protocol: string, number: number, inputs: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${protocol}: ${number} of ${inputs} inputs`);
}

async function fuzzOne(protocol: ProtocolName, choice: Choice): Promise<number> {
  const startedMs = performance.now();
  const result = await runInThread(protocol, choice);
  const { crashes, frames, refused, otherwise, example, slowestMs, inputs } = result;
  const examined = inputs < choice.inputs ? `${inputs} of ${choice.inputs}` : `${inputs}`;
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (crashes.length > 0) {
    const corpus = corpusOf(await loadDialect(protocol));
    for (const { number, what, stack } of crashes) {
      const input = fuzzInput(choice.seed, protocol, corpus, number);
      process.stdout.write(
        `${protocol}: input ${number}: ${what}\n${told(protocol, choice.seed, number, input)}\n`,
      );
      if (stack) process.stdout.write(`  ${stack.split('\n').slice(1, 4).join('\n  ')}\n`);
    }
  }
  if (example) process.stdout.write(`${protocol}: written otherwise, e.g. ${example}\n`);
  process.stdout.write(
    `${protocol}: ${examined} inputs, ${crashes.length} crashes; ${frames} frames read (${otherwise} are written otherwise than they came), ${refused} refusals, slowest ${slowestMs.toFixed(0)} ms, ${seconds} s, seed ${choice.seed}\n`,
  );
  return crashes.length;
}

async function playOne(name: ProtocolName, { seed, number = 0 }: Choice): Promise<number> {
  const dialect = await loadDialect(name);
  const input = fuzzInput(seed, name, corpusOf(dialect), number);
  const crash = examine(dialect.protocol, input, noTally());
  process.stdout.write(
    `${name}: input ${number}: ${crash?.what ?? 'no crash'}\n${told(name, seed, number, input)}\n`,
  );
  if (crash) process.stdout.write(`${crash.stack}\n`);
  return crash ? 1 : 0;
}

async function main(): Promise<number> {
  let choice: Choice;
  try {
    choice = chosen(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`Failed to read the arguments: ${(error as Error).message}\n`);
    return USAGE;
  }
  let crashes = 0;
  for (const name of choice.names)
    crashes += choice.number === undefined ? await fuzzOne(name, choice) : await playOne(name, choice);
  process.stdout.write(`fuzz: ${choice.names.length} protocols, ${crashes} crashes\n`);
  return crashes > 0 ? CRASHED : 0;
}

void main().then((code) => process.exit(code));
