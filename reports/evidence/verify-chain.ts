import { evidenceLines } from './evidence-lines.ts';
import { CHAIN_START, type ChainHead, hashOfLine } from './exchange-writer.ts';

/** What was found of a chain: how far it holds, and the first line that does not. */
export interface ChainVerdict extends ChainHead {
  /** True when every whole line follows from the one before. */
  readonly holds: boolean;
  /** A last line cut short by a killed writer; no reason to distrust the others. */
  readonly torn: boolean;
  readonly broken?: { readonly line: number; readonly reason: string };
}

const TAIL = /,"hash":"([0-9a-f]{64})"\}$/;
const LINK = /,"seq":(\d+),"previous":"([0-9a-f]{64})"\}?$/;

/**
 * Verifies the hash chain of an evidence file from its first byte; compare `head` and `count` with those in
 * `run.json` to know that nothing was cut off at the end. Needs no parser: a line is hashed as it is written.
 */
export async function verifyChain(path: string): Promise<ChainVerdict> {
  let head = CHAIN_START;
  let count = 0;
  for await (const lines of evidenceLines(path)) {
    for (const { number, text, whole } of lines) {
      if (!whole) return { holds: true, torn: true, head, count };
      const reason = faultOf(text, head, count);
      if (reason !== null)
        return { holds: false, torn: false, head, count, broken: { line: number, reason } };
      head = TAIL.exec(text)?.[1] ?? head;
      count += 1;
    }
  }
  return { holds: true, torn: false, head, count };
}

function faultOf(text: string, head: string, count: number): string | null {
  const tail = TAIL.exec(text);
  if (!tail) return 'no hash at the end of the line';
  const hashed = `${text.slice(0, tail.index)}}`;
  if (hashOfLine(hashed) !== tail[1]) return 'the line was changed after it was written';
  const link = LINK.exec(hashed);
  if (link?.[2] !== head) return 'a line before this one is missing, added or changed';
  return Number(link[1]) === count ? null : `line numbered ${link[1]} where ${count} was expected`;
}
