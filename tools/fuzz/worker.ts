/** Fuzzes one protocol in a thread of its own, so that one input without an end can be seen and told from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadDialect } from '../../simulators/tracking/devices/dialects.ts';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { corpusOf } from './corpus.ts';
import { type Crash, examine, noTally, type Tally } from './examine.ts';
import { fuzzInput } from './inputs.ts';

/** What the thread is told. `at`: one number, the input in work; read from outside when it takes too long. */
export interface FuzzOrder {
  readonly protocol: ProtocolName;
  readonly seed: number;
  readonly inputs: number;
  readonly at: Int32Array;
  /** An input that takes longer is as bad as one that throws. */
  readonly slowMs: number;
}

/** What it says at the end. */
export interface FuzzResult extends Tally {
  readonly crashes: readonly (Crash & { readonly number: number })[];
  readonly slowestMs: number;
  /** Inputs that were examined: fewer than ordered when it stopped early. */
  readonly inputs: number;
}

const MOST_CRASHES = 20;

async function fuzz({ protocol: name, seed, inputs, at, slowMs }: FuzzOrder): Promise<FuzzResult> {
  const dialect = await loadDialect(name);
  const corpus = corpusOf(dialect);
  const tally = noTally();
  const crashes: (Crash & { number: number })[] = [];
  let slowestMs = 0;
  let number = 0;
  for (; number < inputs && crashes.length < MOST_CRASHES; number += 1) {
    Atomics.store(at, 0, number);
    const input = fuzzInput(seed, name, corpus, number);
    const { crash, tookMs } = timed(() => examine(dialect.protocol, input, tally));
    if (crash) crashes.push({ ...crash, number });
    else if (tookMs > slowMs) {
      // The machine may have been busy: what is slow in itself is slow again.
      const again = timed(() => examine(dialect.protocol, input, { ...tally })).tookMs;
      if (again > slowMs) crashes.push({ number, what: `took ${again.toFixed(0)} ms`, stack: '' });
    } else if (tookMs > slowestMs) slowestMs = tookMs;
  }
  return { ...tally, crashes, slowestMs, inputs: number };
}

function timed(work: () => Crash | undefined): { crash: Crash | undefined; tookMs: number } {
  const startedMs = performance.now();
  const crash = work();
  return { crash, tookMs: performance.now() - startedMs };
}

void fuzz(workerData).then((result) => parentPort?.postMessage(result));
