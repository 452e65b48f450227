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

/**
 * Finds the next frame of a stream with checksums. A candidate in doubt (wrong checksum, or not whole) gives way to a
 * frame inside it whose checksum is right: noise that looks like a beginning hides no good frame behind it.
 * @source assumption: no vendor says how a server finds back into a stream
 */
export function cutBy(framing: Framing, bytes: Buffer, offset: number): Cut {
  const first = firstFrom(framing, bytes, offset);
  if (first === null) return noise(framing, bytes, offset, bytes.length);
  const { start, candidate } = first;
  if (candidate.kind === 'good') return found(framing, bytes, offset, start, candidate);
  const end = candidate.kind === 'bad' ? candidate.end : bytes.length;
  const better = sureWithin(framing, bytes, start + 1, end);
  if (better !== null) return noise(framing, bytes, offset, better);
  return found(framing, bytes, offset, start, candidate);
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

function sureWithin(framing: Framing, bytes: Buffer, from: number, end: number): number | null {
  let tried = 0;
  for (let start = from; start < end && tried < MOST_TRIED; start += 1) {
    const candidate = framing.at(bytes, start, false);
    if (candidate === null || candidate.kind === 'partial') continue;
    if (candidate.kind === 'good' && candidate.sure) return start;
    tried += 1;
  }
  return null;
}

function found(framing: Framing, bytes: Buffer, offset: number, start: number, candidate: Candidate): Cut {
  if (start > offset) return noise(framing, bytes, offset, start);
  if (candidate.kind === 'partial') return { kind: 'partial', start, needs: candidate.needs };
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
