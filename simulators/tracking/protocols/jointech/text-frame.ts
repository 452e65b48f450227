import { FieldError, type FrameContent, FrameError } from '../protocol.ts';

/** One field of a text frame with where it begins. */
export interface Token {
  readonly text: string;
  readonly offset: number;
}

const COMMA = 0x2c;

/**
 * Splits `(a,b,c)` into its fields. Each byte becomes one character (latin1), so that every byte comes back.
 *
 * @throws FrameError VALUE for a bracket inside
 * @source JT701D Protocol Manual V1.4, ASCII frames (tracking notes, clause 2)
 */
export function tokensOf(frame: Buffer): Token[] {
  const tokens: Token[] = [];
  let start = 1;
  for (let at = 1; at < frame.length; at += 1) {
    const byte = frame.readUInt8(at);
    if (byte === 0x28) throw new FrameError('VALUE', at, 'an opening bracket stands inside the frame');
    if (byte !== COMMA && at !== frame.length - 1) continue;
    tokens.push({ text: frame.toString('latin1', start, at), offset: start });
    start = at + 1;
  }
  return tokens;
}

/** Text that can stand as one field of a text frame: latin1 without brackets and commas. */
export const TOKEN = /^[^(),\u0100-\uffff]*$/;

/** Joins fields to `(a,b,c)`. */
export const textFrame = (...tokens: readonly string[]): Buffer =>
  Buffer.from(`(${tokens.join(',')})`, 'latin1');

/** Whether the first field names a device; frames of the server begin with the command. */
export const isTerminal = (text: string): boolean => /^[0-9]{1,16}$/.test(text);

/** The device of a frame that must have one. @throws FieldError */
export function terminalOf({ deviceId }: FrameContent): string {
  if (deviceId !== null && isTerminal(deviceId)) return deviceId;
  throw new FieldError('/deviceId', '1 to 16 digits are needed');
}
