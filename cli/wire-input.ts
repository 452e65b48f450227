import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

/** A file or a pipe may hold so many bytes; a day of a large fleet is less. */
export const LARGEST_INPUT = 64 * 2 ** 20;

/** A frame in plain text: Jointech's brackets, JSON, an HTTP request. */
const TEXT_FRAME = /^\s*(?:[({[]|(?:GET|POST|PUT|HEAD|OPTIONS) )/;
/** Digits with the marks that people and tools put between them. */
const HEX_MARKS = /0x|\\x|[\s,:;-]/gi;

/** What a command was given: by word, file or pipe. */
export interface WireInput {
  readonly bytes: Buffer;
  /** Where it came from, for sentences. */
  readonly from: string;
  /** True: as a word of the command line, whatever it looks like. */
  readonly typed: boolean;
}

const HINT =
  'Give hexadecimal digits, a frame in plain text, the path of a file, or - to read standard input.';

/**
 * Reads INPUT as it stands: `-` or nothing is standard input, a word that is no frame by itself the path of a file.
 * @param isFrame whether a word is the input itself
 * @throws UsageError when there is nothing, no such file, or too much
 */
export async function readInput(
  words: readonly string[],
  isFrame: (word: string) => boolean,
  io: Io,
  hint = HINT,
): Promise<WireInput> {
  const word = words.join(' ');
  if (words.length === 0 || word === '-') return fromPipe(words.length > 0, io, hint);
  if (isFrame(word)) return { bytes: Buffer.from(word), from: 'the argument', typed: true };
  const file = await fromFile(word, io);
  const several = words.filter((one) => existsSync(resolve(io.cwd, one)));
  if (!file && words.length > 1 && several.length > 0)
    throw new UsageError(
      'ONE_INPUT',
      `Found ${words.length} words, of which "${several[0]}" is a file: one file is read at a time.`,
      'Give one, or their bytes in order by a pipe: cat A B | corridor ... -',
    );
  return file ?? { bytes: Buffer.from(word), from: 'the argument', typed: true };
}

async function fromPipe(asked: boolean, { stdin }: Io, hint: string): Promise<WireInput> {
  if (!asked && 'isTTY' in stdin && stdin.isTTY)
    throw new UsageError('NO_INPUT', 'Found no input: nothing was given and nothing is piped.', hint);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LARGEST_INPUT) throw tooLarge('standard input');
    chunks.push(bytes);
  }
  return { bytes: Buffer.concat(chunks), from: 'standard input', typed: false };
}

async function fromFile(word: string, { cwd }: Io): Promise<WireInput | undefined> {
  const path = resolve(cwd, word);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_INPUT) throw tooLarge(word);
    return { bytes: await readFile(path), from: word, typed: false };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code)) return undefined;
    throw new UsageError(code, `Failed to read ${word}: ${code}.`, 'Give a file that you may read.');
  }
}

const tooLarge = (what: string): UsageError =>
  new UsageError(
    'TOO_LARGE',
    `Found more than ${LARGEST_INPUT / 2 ** 20} MiB in ${what}.`,
    'Cut it between two frames and give the pieces one after the other.',
  );

/** True for a word that is a frame itself, in hexadecimal or in plain text. */
export const looksLikeFrame = (word: string): boolean =>
  TEXT_FRAME.test(word) || /^[0-9a-f]*$/i.test(word.replace(HEX_MARKS, ''));

/**
 * The bytes of frames: hexadecimal text becomes bytes, whatever else was piped is taken as it is.
 * @throws UsageError for half a byte, for a word that is neither, and for nothing at all
 */
export function bytesOfInput({ bytes, from, typed }: WireInput): Buffer {
  const text = bytes.toString('latin1').trim();
  if (text === '') throw new UsageError('NO_INPUT', `Found nothing in ${from}.`, HINT);
  const digits = isHexText(text) ? text.replace(HEX_MARKS, '') : undefined;
  if (digits === undefined) {
    if (typed && !TEXT_FRAME.test(text)) throw notHex(text);
    if (!typed && isMeantAsHex(bytes)) throw badDigit(bytes.toString('latin1'), from);
    return withoutLineEnd(bytes);
  }
  if (digits.length % 2 === 0) return Buffer.from(digits, 'hex');
  throw new UsageError(
    'HALF_A_BYTE',
    `Found ${digits.length} hexadecimal digits in ${from}: an odd number.`,
    'A byte has two digits: look for one that was lost at the beginning or at the end.',
  );
}

/** A shell ends a line that it pipes: after a bracketed frame that is no byte of the device. */
function withoutLineEnd(bytes: Buffer): Buffer {
  const [end] = /(?<=[)}\]])\r?\n$/.exec(bytes.subarray(-3).toString('latin1')) ?? [];
  return end === undefined ? bytes : bytes.subarray(0, -end.length);
}

/** Hexadecimal text of any size; the first bytes decide for most raw files. */
const isHexText = (text: string): boolean =>
  /^[0-9a-fx\\\s,:;-]{1,64}/i.test(text) && /^[0-9a-f]+$/i.test(text.replace(HEX_MARKS, ''));

/** Where so much of a text is hexadecimal, the rest is a slip, and no byte of a device. */
const MEANT_AS_HEX = 0.8;
const TEXT_OF_A_FRAME = /[(){}]|HTTP\//;

/** Lines of hexadecimal with something else in between: as bytes they would be no frame at all. */
function isMeantAsHex(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 65_536).toString('latin1');
  if (!/^[\t\n\r -~]{8,}$/.test(sample) || TEXT_OF_A_FRAME.test(sample)) return false;
  const marked = sample.replace(/\s/g, '');
  const digits = marked.replace(/[^0-9a-f]/gi, '');
  return digits.length >= MEANT_AS_HEX * marked.length;
}

const firstOther = (text: string): number =>
  text.replace(/0x|\\x/gi, (mark) => ' '.repeat(mark.length)).search(/[^0-9a-f\s,:;-]/i);

function badDigit(text: string, from: string): UsageError {
  const place = firstOther(text);
  const lines = text.slice(0, place).split(/\r?\n/);
  return new UsageError(
    'NOT_HEX',
    `Found text in ${from}: character ${(lines.at(-1) ?? '').length + 1} ("${text[place] ?? ''}") on line ${lines.length} is no hexadecimal digit.`,
    HINT,
  );
}

function notHex(text: string): UsageError {
  const at = firstOther(text);
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return new UsageError(
    'NOT_HEX',
    `Found "${shown}": no file of that name, and character ${at + 1} ("${text[at] ?? ''}") is no hexadecimal digit.`,
    HINT,
  );
}
