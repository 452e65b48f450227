import { FrameStream } from '../../simulators/tracking/protocols/frame-stream.ts';
import {
  FieldError,
  type FrameContent,
  FrameError,
  type Protocol,
  type Session,
} from '../../simulators/tracking/protocols/protocol.ts';
import type { FuzzInput } from './inputs.ts';

/** What became of inputs. */
export interface Tally {
  frames: number;
  refused: number;
  /** Frames that were read, and are written with other bytes than they came with. */
  otherwise: number;
  /** The first of those. */
  example: string;
}

export const noTally = (): Tally => ({ frames: 0, refused: 0, otherwise: 0, example: '' });

/** What must never happen, whatever the bytes are. */
export interface Crash {
  readonly what: string;
  readonly stack: string;
}

const NOW = Date.UTC(2026, 0, 1);

class Broken extends Error {
  override readonly name = 'Broken';
}

/** Sends one input through the stream, and what it reads through the writer; gives what went wrong, if anything. */
export function examine(protocol: Protocol, input: FuzzInput, tally: Tally): Crash | undefined {
  try {
    const stream = new FrameStream(protocol, input.session);
    let start = 0;
    for (const end of input.ends) {
      for (const received of stream.push(input.bytes.subarray(start, end))) {
        if ('fault' in received) tally.refused += 1;
        else writeAgain(protocol, received.content, received.bytes, received.session, tally);
      }
      if (stream.rest.length > protocol.longestFrame)
        throw new Broken(`${stream.rest.length} bytes kept, the longest frame has ${protocol.longestFrame}`);
      start = end;
    }
    for (const received of stream.finish())
      if ('content' in received)
        writeAgain(protocol, received.content, received.bytes, received.session, tally);
    stream.end();
    readBare(protocol, input);
    return undefined;
  } catch (error) {
    if (error instanceof Error) return { what: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
    return { what: `thrown: ${String(error)}`, stack: '' };
  }
}

function writeAgain(
  protocol: Protocol,
  content: FrameContent,
  bytes: Buffer,
  session: Session,
  tally: Tally,
): void {
  tally.frames += 1;
  if (content.reports.length > 0 && content.conditions.length !== content.reports.length)
    throw new Broken(`${content.reports.length} reports, ${content.conditions.length} conditions`);
  protocol.answer(content, { accepted: true, serial: tally.frames & 0xff, now: NOW }, session);
  const again = writtenAs(protocol, content, session);
  if (again === bytes.toString('hex')) return;
  tally.otherwise += 1;
  if (tally.otherwise === 1) tally.example = `${bytes.toString('hex')} -> ${again}`;
}

function writtenAs(protocol: Protocol, content: FrameContent, session: Session): string {
  try {
    return protocol.write(content, session).toString('hex');
  } catch (error) {
    if (error instanceof FieldError) return `${error.field}: ${error.message}`;
    throw error;
  }
}

/** As the settling of an answer does: a reader may be given any bytes at all. */
function readBare(protocol: Protocol, { bytes, session }: FuzzInput): void {
  try {
    protocol.read(bytes, session);
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
  }
}
