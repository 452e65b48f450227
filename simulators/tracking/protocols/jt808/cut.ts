import { type Cut, FrameError } from '../protocol.ts';
import { asciiFrameIn } from './ascii.ts';
import { DELIMITER, longestFrame, open } from './frame.ts';
import { readHeader } from './header.ts';

/**
 * Finds the next frame. Frames may share one delimiter: what stands before a 7E without a 7E of its own is a frame
 * when its escapes and check byte hold, else noise. A line in brackets is a frame as well.
 */
export function cut(bytes: Buffer, offset: number): Cut {
  const window = bytes.subarray(offset, offset + longestFrame);
  if (window[0] === DELIMITER) return cutDelimited(bytes, offset);
  const next = window.indexOf(DELIMITER);
  const candidate = window.subarray(0, next + 1);
  if (candidate.length > 1 && checks(candidate))
    return { kind: 'frame', start: offset, end: offset + next + 1 };
  const text = asciiFrameIn(next < 0 ? window : candidate);
  if (text?.start === 0) return { kind: 'frame', start: offset, end: offset + text.end };
  if (next >= 0) return noise(offset, text ? text.start : next);
  if (window.length < longestFrame) return { kind: 'partial', start: offset, needs: null };
  return { ...noise(offset, longestFrame), code: 'TOO_LONG' };
}

function cutDelimited(bytes: Buffer, offset: number): Cut {
  let start = offset;
  while (bytes[start + 1] === DELIMITER) start += 1;
  const window = bytes.subarray(start, start + longestFrame);
  const end = window.indexOf(DELIMITER, 1);
  if (end > 0) return { kind: 'frame', start, end: start + end + 1 };
  if (window.length < longestFrame) return { kind: 'partial', start, needs: null };
  return { ...noise(start, longestFrame), code: 'TOO_LONG' };
}

/** Shortest header, check byte and one delimiter. */
const LEAST = 13;

/** Whether bytes up to a 7E are a frame that shares the delimiter before it. */
function checks(candidate: Buffer): boolean {
  if (candidate.length < LEAST) return false;
  try {
    readHeader(open(candidate).plain);
    return true;
  } catch (error) {
    if (error instanceof FrameError) return false;
    throw error;
  }
}

const noise = (offset: number, length: number) =>
  ({
    kind: 'noise',
    end: offset + length,
    code: 'NOT_A_FRAME',
    reason: `${length} bytes that belong to no frame`,
  }) as const;
