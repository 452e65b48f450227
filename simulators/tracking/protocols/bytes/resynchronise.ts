import type { Scan } from '../memory.ts';
import type { Cut, FaultCode } from '../protocol.ts';

/** What may begin at a byte of a stream. */
export type Candidate =
  /** A whole frame; `sure`: a checksum says so, not its look alone. */
  | { readonly kind: 'good'; readonly end: number; readonly sure: boolean }
  /** It looks like a whole frame and its checksum is wrong. */
  | { readonly kind: 'bad'; readonly end: number }
  /** What is there is the beginning of a frame; `needs`: bytes of the frame, when known. */
  | { readonly kind: 'partial'; readonly needs: number | null };

/** How the frames of a protocol look. */
export interface Framing {
  /** What begins at `start`; `expected`: a frame is due right here, so that half-odd ones are told and not passed over. */
  at(bytes: Buffer, start: number, expected: boolean): Candidate | null;
  /** Why nothing begins at `start`. */
  fault(bytes: Buffer, start: number): { readonly code: FaultCode; readonly reason: string };
}

/** Checksums tried inside a doubtful frame: a hostile stream may be full of beginnings. */
const MOST_TRIED = 32;
/** Bytes by which a frame says what it is and how long: Teltonika's codec is the ninth. */
const HEAD = 16;

const nothingSeen: Scan = { to: 1, pending: [], next: Number.POSITIVE_INFINITY, tried: 0 };

/**
 * Finds the next frame of a stream with checksums. A candidate in doubt (wrong checksum, or not whole) gives way to a
 * frame inside it whose checksum is right: noise that looks like a beginning hides no good frame behind it.
 * @param scan of the partial frame at `offset`, from the call before: a frame that comes byte by byte is looked through once
 * @source assumption: no vendor says how a server finds back into a stream
 */
export function cutBy(framing: Framing, bytes: Buffer, offset: number, scan = nothingSeen): Cut {
  const first = firstFrom(framing, bytes, offset);
  if (first === null) return noise(framing, bytes, offset, bytes.length);
  const { start, candidate } = first;
  if (candidate.kind === 'good') return found(framing, bytes, offset, start, candidate);
  const end = candidate.kind === 'bad' ? candidate.end : bytes.length;
  const known = start === offset ? scan : nothingSeen;
  const inside = lookInside(framing, bytes.subarray(start), end - start, known);
  if (typeof inside === 'number') return noise(framing, bytes, offset, start + inside);
  return found(framing, bytes, offset, start, candidate, inside);
}

function firstFrom(
  framing: Framing,
  bytes: Buffer,
  offset: number,
): { start: number; candidate: Candidate } | null {
  for (let start = offset; start < bytes.length; start += 1) {
    const candidate = framing.at(bytes, start, start === offset);
    if (candidate !== null) return { start, candidate };
  }
  return null;
}

/** Where inside a doubtful frame of `length` bytes one begins whose checksum is right; else what was seen. */
function lookInside(framing: Framing, bytes: Buffer, length: number, before: Scan): number | Scan {
  const due = bytes.length >= before.next ? before.pending.filter(({ end }) => end <= bytes.length) : [];
  let { tried } = before;
  for (const { at } of due) {
    if (tried >= MOST_TRIED) break;
    if (isSure(framing.at(bytes, at, false))) return at;
    tried += 1;
  }
  if (due.length === 0) return lookOn(framing, bytes, length, before);
  const pending = before.pending.filter(({ end }) => end > bytes.length);
  return lookOn(framing, bytes, length, { to: before.to, pending, next: firstEnd(pending), tried });
}

const isSure = (candidate: Candidate | null): boolean => candidate?.kind === 'good' && candidate.sure;

/** The same, of the bytes that were not looked at yet. The last of them are not decided: more bytes may tell more. */
function lookOn(framing: Framing, bytes: Buffer, length: number, before: Scan): number | Scan {
  const to = Math.max(before.to, bytes.length - HEAD);
  const begun: { at: number; end: number }[] = [];
  let { tried } = before;
  let undecided = 0;
  for (let at = before.to; at < length && tried + undecided < MOST_TRIED; at += 1) {
    const candidate = framing.at(bytes, at, false);
    if (isSure(candidate)) return at;
    if (candidate === null || (candidate.kind === 'partial' && at >= to)) continue;
    if (candidate.kind === 'partial') begun.push({ at, end: at + (candidate.needs ?? 0) });
    else if (at < to) tried += 1;
    else undecided += 1;
  }
  if (begun.length === 0) return { ...before, to, tried };
  return { to, pending: [...before.pending, ...begun], next: Math.min(before.next, firstEnd(begun)), tried };
}

const firstEnd = (pending: Scan['pending']): number =>
  pending.reduce((first, { end }) => Math.min(first, end), Number.POSITIVE_INFINITY);

function found(
  framing: Framing,
  bytes: Buffer,
  offset: number,
  start: number,
  candidate: Candidate,
  scan?: Scan,
): Cut {
  if (start > offset) return noise(framing, bytes, offset, start);
  if (candidate.kind === 'partial')
    return { kind: 'partial', start, needs: candidate.needs, ...(scan ? { scan } : {}) };
  return { kind: 'frame', start, end: candidate.end };
}

function noise(framing: Framing, bytes: Buffer, offset: number, end: number): Cut {
  const candidate = framing.at(bytes, offset, true);
  if (candidate === null) return { kind: 'noise', end, ...framing.fault(bytes, offset) };
  const code = candidate.kind === 'bad' ? 'CHECKSUM' : 'INCOMPLETE';
  return {
    kind: 'noise',
    end,
    code,
    reason: `inside this frame begins one whose checksum is right, at ${end - offset}`,
  };
}
