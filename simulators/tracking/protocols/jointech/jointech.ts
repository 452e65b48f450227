import { FieldError, type FrameContent, FrameError, type Protocol, type Session } from '../protocol.ts';
import { answersTo, versionAfter } from './answers.ts';
import { readCommandFrame, writeCommandFrame } from './command-frame.ts';
import { cutFrame, LONGEST } from './cut.ts';
import { readLockReport } from './lock-report.ts';
import { writeLockReport } from './lock-report-writing.ts';
import { readLongFrame, writeLongFrame } from './long-frame.ts';
import { isPeripheral, readPeripheralFrame, writePeripheralFrame } from './peripheral-frame.ts';
import { readShortFrame, writeShortFrame } from './short-frame.ts';
import { isTerminal, tokensOf } from './text-frame.ts';

/**
 * GPS locks Jointech JT701D and JT701, and the frames of the older JT600 as far as they are clear. No login: each frame
 * names its device. Binary position frames and text frames mix on one connection; device clocks are UTC.
 *
 * @source JT701D Protocol Manual V1.4, Shenzhen Joint Technology, 2021-12-31 (tracking notes, clause 2)
 */
export const jointech: Protocol = {
  name: 'jointech',
  longestFrame: LONGEST,
  zoneMinutes: 0,
  cut: cutFrame,
  read: readFrame,
  learn: versionAfter,
  write: writeFrame,
  answer: answersTo,
};

function readFrame(frame: Buffer, session: Session): FrameContent {
  const whole = frame.length > 2 ? cutFrame(frame, 0) : null;
  if (whole?.kind !== 'frame' || whole.start !== 0 || whole.end !== frame.length)
    throw new FrameError('NOT_A_FRAME', 0, 'the bytes are not one frame');
  if (frame[0] === 0x24)
    return frame[8] === 0 ? readLongFrame(frame, session) : readShortFrame(frame, session);
  const tokens = tokensOf(frame);
  if (!isTerminal(tokens[0]?.text ?? '')) return readCommandFrame(tokens);
  if (tokens[1]?.text === 'P45') return readLockReport(tokens, session);
  return isPeripheral(tokens) ? readPeripheralFrame(tokens) : readCommandFrame(tokens);
}

/** Which layout the fields belong to: what only that one has. */
function writeFrame(content: FrameContent, session: Session): Buffer {
  const { command, format, statusHex, partsHex } = content.fields;
  if (format === 'short') return writeShortFrame(content, session);
  if (statusHex !== undefined) return writeLongFrame(content, session);
  if (command === 'P45' && content.fields['arguments'] === undefined)
    return writeLockReport(content, session);
  const frame = partsHex === undefined ? writeCommandFrame(content) : writePeripheralFrame(content);
  if (readsBack(frame, session, content)) return frame;
  throw new FieldError('/fields/command', 'the frame would be another one, or none');
}

/** Text that cannot begin a frame, is too long, or has a layout of its own is not what was meant. */
function readsBack(frame: Buffer, session: Session, given: FrameContent): boolean {
  try {
    const found = readFrame(frame, session);
    const same = (name: string): boolean =>
      (found.fields[name] === undefined) === (given.fields[name] === undefined);
    return same('partsHex') && same('arguments');
  } catch (error) {
    if (error instanceof FrameError) return false;
    throw error;
  }
}
