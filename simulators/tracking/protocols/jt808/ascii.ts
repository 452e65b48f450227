import { FieldError, type FrameContent, type Reception } from '../protocol.ts';
import { given } from './given.ts';

/** A line in brackets; longer ones are noise. */
const LINE = /\([\x20-\x27\x2a-\x7d]{0,512}\)/;

/** Where the first line in brackets lies. Devices of one vendor send such lines between binary frames. */
export function asciiFrameIn(bytes: Buffer): { readonly start: number; readonly end: number } | null {
  if (!bytes.includes('(')) return null;
  const found = LINE.exec(bytes.toString('latin1'));
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

/** Whether a frame as it was cut is such a line. */
export const isAscii = (frame: Buffer): boolean => frame[0] === 0x28 && frame[frame.length - 1] === 0x29;

/** The line as `fields.text`; its first element is the terminal. @source tracking notes, section 6, vectors; assumption */
export function readAscii(frame: Buffer): FrameContent {
  const text = frame.toString('latin1');
  const first = text.slice(1, -1).split(',')[0] ?? '';
  const deviceId = /^\d{1,20}$/.test(first) ? first.replace(/^0+(?=.)/, '') : null;
  return { kind: 'other', deviceId, reports: [], conditions: [], fields: { text } };
}

/** Whether the content is such a line. */
export const isAsciiContent = ({ fields }: FrameContent): boolean => 'text' in fields && !('msgId' in fields);

/** @throws FieldError for what is no line in brackets, or the line of another terminal */
export function writeAscii(content: FrameContent): Buffer {
  const text = given(content.fields, '/fields').text('text');
  const frame = Buffer.from(text, 'latin1');
  const found = asciiFrameIn(frame);
  if (found?.start !== 0 || found.end !== text.length || text.length !== frame.length)
    throw new FieldError('/fields/text', 'is not one line of printable characters in brackets');
  if (readAscii(frame).deviceId !== content.deviceId)
    throw new FieldError('/deviceId', 'is not the first element of the line');
  return frame;
}

/**
 * The time, for a terminal that asks for it: `(ID,1,001,BASE,2,TIME)` is given back with YYYYMMDDhhmmss in UTC.
 * @source tracking notes, section 6, vectors jt808-119
 */
export function answerAscii({ fields }: FrameContent, { accepted, now }: Reception): Buffer[] {
  const text = given(fields, '/fields').text('text');
  if (!accepted || !/,BASE,2,TIME\)$/.test(text)) return [];
  const time = new Date(now).toISOString().slice(0, 19).replace(/\D/g, '');
  return [Buffer.from(`${text.slice(0, -'TIME)'.length)}${time})`, 'latin1')];
}
