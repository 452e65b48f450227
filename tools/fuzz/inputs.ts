import { createRandom, type Random } from '../../fixtures/random.ts';
import type { Session } from '../../simulators/tracking/protocols/protocol.ts';

/** One input: bytes as they come in chunks, and what both ends knew before. */
export interface FuzzInput {
  readonly bytes: Buffer;
  /** Where the chunks end; the last one is the length of the bytes. */
  readonly ends: readonly number[];
  readonly session: Session;
}

const LONGEST_NOISE = 400;
const LONGEST_INPUT = 4_000;
/** Bytes that mean something to one protocol or another: delimiters, escapes, lengths, extremes. */
const TELLING = Buffer.from(
  '2428293d7e7d0201787879790d0a000fffffffff0000000008 8e7b7d3a2c22302e2d3f263d'.replace(' ', ''),
  'hex',
);
const ZONES = [0, 60, 480, -180];

/** The input of one number: the same for the same seed, protocol, seeds of bytes and number. */
export function fuzzInput(
  seed: number,
  protocol: string,
  corpus: readonly Buffer[],
  number: number,
): FuzzInput {
  const random = createRandom(`${seed}/${protocol}/${number}`);
  const bytes = number % 2 === 0 || corpus.length === 0 ? noise(random) : mutated(random, corpus);
  return {
    bytes,
    ends: chunkEnds(random, bytes.length),
    session: {
      deviceId: random.chance(0.5) ? '123456789012345' : null,
      zoneMinutes: random.pick(ZONES),
      udp: random.chance(0.15),
      speaker: random.chance(0.85) ? 'device' : 'server',
    },
  };
}

function noise(random: Random): Buffer {
  const bytes = Buffer.allocUnsafe(random.int(0, random.chance(0.9) ? 80 : LONGEST_NOISE));
  const telling = random.next() / 2;
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = random.chance(telling) ? random.pick(TELLING_BYTES) : random.int(0, 255);
  return bytes;
}
const TELLING_BYTES: readonly number[] = [...TELLING];

type Mutation = (random: Random, bytes: Buffer, corpus: readonly Buffer[]) => Buffer;

/** What goes wrong with a frame on its way, or is done to it on purpose. */
const mutations: readonly Mutation[] = [
  function flipBit(random, bytes) {
    return changed(bytes, random, (value) => value ^ (1 << random.int(0, 7)));
  },
  function setByte(random, bytes) {
    return changed(bytes, random, () => random.pick(TELLING_BYTES));
  },
  function addToByte(random, bytes) {
    return changed(bytes, random, (value) => value + random.pick([1, -1, 16, 127]));
  },
  function cut(random, bytes) {
    return bytes.subarray(0, random.int(0, bytes.length));
  },
  function loseBeginning(random, bytes) {
    return bytes.subarray(random.int(0, bytes.length));
  },
  function lose(random, bytes) {
    const from = random.int(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.int(1, 8))]);
  },
  function insert(random, bytes) {
    const from = random.int(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, from), noise(random).subarray(0, 8), bytes.subarray(from)]);
  },
  function repeat(random, bytes) {
    const from = random.int(0, bytes.length);
    return Buffer.concat([bytes, bytes.subarray(from)]);
  },
  function splice(random, bytes, corpus) {
    const other = random.pick(corpus);
    return Buffer.concat([
      bytes.subarray(0, random.int(0, bytes.length)),
      other.subarray(random.int(0, other.length)),
    ]);
  },
  /** Lengths stand near the beginning: any two bytes there become another number. */
  function wrongLength(random, bytes) {
    if (bytes.length < 2) return bytes;
    const copy = Buffer.from(bytes);
    copy.writeUInt16BE(
      random.pick([0, 1, 0x7fff, 0x8000, 0xffff, bytes.length]),
      random.int(0, Math.min(12, bytes.length - 2)),
    );
    return copy;
  },
];

function changed(bytes: Buffer, random: Random, change: (value: number) => number): Buffer {
  if (bytes.length === 0) return bytes;
  const copy = Buffer.from(bytes);
  const at = random.int(0, copy.length - 1);
  copy[at] = change(copy[at] ?? 0) & 0xff;
  return copy;
}

function mutated(random: Random, corpus: readonly Buffer[]): Buffer {
  let bytes = random.pick(corpus);
  const times = random.int(0, 3);
  for (let time = 0; time < times; time += 1) bytes = random.pick(mutations)(random, bytes, corpus);
  return bytes.subarray(0, LONGEST_INPUT);
}

/** Half of the inputs in one piece, others cut anywhere, some byte by byte. */
function chunkEnds(random: Random, length: number): number[] {
  if (length < 2 || random.chance(0.5)) return [length];
  if (length < 60 && random.chance(0.1)) return Array.from({ length }, (_, index) => index + 1);
  const cuts = Array.from({ length: random.int(1, 4) }, () => random.int(1, length - 1));
  return [...new Set([...cuts, length])].sort((a, b) => a - b);
}
