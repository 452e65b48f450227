import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { PilotError } from './pilot-error.ts';

const BLOCK_BYTES = 256 * 1024;

/** What a file begins with that somebody renamed. */
const BINARIES: readonly (readonly [start: string, what: string])[] = [
  ['PK\u0003\u0004', 'a spreadsheet or another archive'],
  ['\u001f\u008b', 'compressed'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old spreadsheet'],
  ['%PDF', 'a PDF'],
];

/** The text of a file, block by block; a PilotError when it is no file, or no text in that encoding. */
export async function* decodedText(path: string, file: string, encoding: string): AsyncGenerator<string> {
  await insistOnFile(path, file);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  try {
    for await (const block of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
      if (line === 1) insistOnText(block as Buffer, file);
      const text = decode(decoder, block as Buffer, file, encoding, line);
      insistOnNoNul(text, file, line);
      line += linesIn(text);
      yield text;
    }
  } catch (cause) {
    throw cause instanceof PilotError ? cause : notRead(file, (cause as { code?: string }).code, cause);
  }
  yield decode(decoder, undefined, file, encoding, line);
}

async function insistOnFile(path: string, file: string): Promise<void> {
  const seen = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw notRead(file, cause.code, cause);
  });
  if (!seen.isFile()) throw notRead(file, 'it is a folder, a pipe or a device, no file');
}

const notRead = (file: string, why = 'unknown fault', cause?: unknown): PilotError =>
  new PilotError(
    'EXPORT_NOT_READ',
    `Failed to read the export ${file}: ${why}.`,
    'Give the path of a CSV, JSON or NDJSON file that this user may read.',
    { cause },
  );

function insistOnText(block: Buffer, file: string): void {
  const start = block.subarray(0, 8).toString('latin1');
  const [, what] = BINARIES.find(([sign]) => start.startsWith(sign)) ?? [];
  if (what !== undefined) throw notRead(file, `it is ${what}, no text`);
}

function decode(
  decoder: TextDecoder,
  block: Buffer | undefined,
  file: string,
  encoding: string,
  line: number,
): string {
  try {
    return block ? decoder.decode(block, { stream: true }) : decoder.decode();
  } catch (cause) {
    const before = new TextDecoder(encoding).decode(block).split('\ufffd', 1)[0] ?? '';
    throw new PilotError(
      'EXPORT_NOT_DECODED',
      `Failed to read ${file}, line ${line + linesIn(before)}: found bytes that are no ${encoding}.`,
      encoding === 'utf-8'
        ? 'Give the encoding in the mapping: exports of Windows are often windows-1252.'
        : 'Give the encoding of the file in the mapping.',
      { cause },
    );
  }
}

function insistOnNoNul(text: string, file: string, line: number): void {
  const nul = text.indexOf('\0');
  if (nul < 0) return;
  throw new PilotError(
    'EXPORT_NOT_DECODED',
    `Failed to read ${file}, line ${line + linesIn(text.slice(0, nul))}: found a NUL character.`,
    'The file is damaged, or its encoding is utf-16le: give that in the mapping.',
  );
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
