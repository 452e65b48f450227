import type { Scan } from './memory.ts';
import {
  type Cut,
  type FaultCode,
  type FrameContent,
  FrameError,
  type Protocol,
  type Session,
} from './protocol.ts';

/** What is wrong, and where: bytes from the beginning of the stream. */
export interface StreamFault {
  readonly offset: number;
  readonly code: FaultCode;
  readonly reason: string;
}

/**
 * What comes out of a stream, in order: a frame with its bytes, or what was wrong instead of one. `close`: a server ends the
 * connection after its answer, and takes nothing that comes behind.
 */
export type Received = (
  | { readonly content: FrameContent; readonly bytes: Buffer; readonly session: Session }
  | { readonly fault: StreamFault }
) & { readonly close?: true };

const NOTHING = Buffer.alloc(0);

/**
 * The frames of one connection, however its bytes are chunked. It keeps at most one unfinished frame: more bytes than
 * the longest frame of the protocol without an end are refused with `TOO_LONG` and thrown away.
 */
export class FrameStream {
  readonly #protocol: Protocol;
  #session: Session;
  #kept: Buffer = NOTHING;
  /** `kept` with room behind it: a frame that comes byte by byte is not copied at each of them. */
  #room: Buffer = NOTHING;
  /** What is known of `kept`. */
  #scan: Scan | undefined;
  /** Bytes of the stream before those kept. */
  #before = 0;
  /** Bytes to come that belong to no frame. */
  #skip = 0;

  constructor(protocol: Protocol, session: Session) {
    this.#protocol = protocol;
    this.#session = session;
  }

  /** The session as it stands: who logged in. */
  get session(): Session {
    return this.#session;
  }

  /** Bytes of a frame that has not ended yet. */
  get rest(): Buffer {
    return this.#kept;
  }

  /** Takes what arrived; gives the frames that are whole now. */
  *push(chunk: Buffer): Generator<Received, void, undefined> {
    const bytes = this.#append(chunk);
    this.#kept = NOTHING;
    let offset = Math.min(this.#skip, chunk.length);
    this.#skip -= offset;
    while (offset < bytes.length) {
      const cut = this.#protocol.cut(bytes, offset, this.#session, this.#scan);
      this.#scan = undefined;
      const noise = noiseOf(cut, offset);
      if (noise) yield { fault: this.#placed(noise), ...closing(cut.kind === 'noise' && cut.close) };
      if (cut.kind === 'partial') {
        yield* this.#keep(bytes, cut);
        return;
      }
      if (cut.kind === 'frame') yield this.#read(bytes, cut);
      offset = cut.end;
    }
    this.#skip += Math.max(0, offset - bytes.length);
    this.#before += bytes.length;
  }

  /** No more will come: gives the frame that the end of the input makes whole, where the protocol has such frames. */
  *finish(): Generator<Received, void, undefined> {
    const bytes = this.#kept;
    if (bytes.length === 0) return;
    const cut = this.#protocol.cut(bytes, 0, this.#session);
    if (cut.kind !== 'partial' || !cut.wholeAtEnd) return;
    yield this.#read(bytes, { start: cut.start, end: bytes.length });
    this.#before += bytes.length;
    this.#kept = NOTHING;
    this.#scan = undefined;
  }

  /** No more will come: says what is unfinished. */
  end(): StreamFault | null {
    if (this.#kept.length === 0) return null;
    const cut = this.#protocol.cut(this.#kept, 0, this.#session);
    const length = this.#kept.length;
    const needs = cut.kind === 'partial' ? cut.needs : null;
    const reason =
      needs === null
        ? `the frame does not end in ${length} bytes`
        : `the frame has ${needs} bytes, ${length} are there`;
    return this.#placed({ offset: length, code: 'INCOMPLETE', reason });
  }

  /** What is kept and what came, as one. */
  #append(chunk: Buffer): Buffer {
    const { length } = this.#kept;
    if (length === 0) {
      this.#room = NOTHING;
      return chunk;
    }
    const all = length + chunk.length;
    if (all > this.#room.length) {
      const grown = Buffer.allocUnsafeSlow(2 * all);
      this.#kept.copy(grown);
      this.#room = grown;
    }
    chunk.copy(this.#room, length);
    return this.#room.subarray(0, all);
  }

  *#keep(bytes: Buffer, cut: Extract<Cut, { kind: 'partial' }>): Generator<Received> {
    const { longestFrame } = this.#protocol;
    const { start, needs } = cut;
    const there = bytes.length - start;
    if (there <= longestFrame && (needs ?? 0) <= longestFrame) {
      // Bytes that frames were read from stay as they are: whoever got these has them still.
      const grows = start === 0 && bytes.buffer === this.#room.buffer;
      this.#kept = grows ? bytes : Buffer.from(bytes.subarray(start));
      if (!grows) this.#room = this.#kept;
      this.#scan = cut.scan;
      this.#before += start;
      return;
    }
    const reason = `a frame of ${needs ?? there} bytes or more; the longest is ${longestFrame}`;
    yield { fault: this.#placed({ offset: start, code: 'TOO_LONG', reason }) };
    this.#before += bytes.length;
  }

  #read(bytes: Buffer, { start, end }: { start: number; end: number }): Received {
    const frame = bytes.subarray(start, end);
    const session = this.#session;
    try {
      const content = this.#protocol.read(frame, session);
      this.#session = this.#protocol.learn?.(content, session) ?? session;
      if (content.kind === 'login' && content.deviceId !== null)
        this.#session = { ...this.#session, deviceId: content.deviceId };
      return { content, bytes: frame, session, ...closing(this.#protocol.closes?.(frame)) };
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      const { code, offset, message: reason } = error;
      const fault = this.#placed({ offset: start + offset, code, reason });
      return { fault, ...closing(this.#protocol.closes?.(frame)) };
    }
  }

  #placed(fault: StreamFault): StreamFault {
    return { ...fault, offset: this.#before + fault.offset };
  }
}

const closing = (close: boolean | undefined): { close?: true } => (close ? { close } : {});

function noiseOf(cut: Cut, offset: number): StreamFault | null {
  if (cut.kind === 'noise') return { offset, code: cut.code, reason: cut.reason };
  if (cut.kind === 'blank' || cut.start === offset) return null;
  const reason = `${cut.start - offset} bytes that belong to no frame`;
  return { offset, code: 'NOT_A_FRAME', reason };
}
