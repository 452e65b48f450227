import type { Protocol, Session } from '../protocols/protocol.ts';

const NOTHING: readonly Buffer[] = [];
const NONE = Buffer.alloc(0);

/** Whole frames of a server, however its bytes are chunked; nothing is kept between two frames. */
export class ServerFrames {
  readonly #protocol: Protocol;
  readonly #session: Session;
  #kept: Buffer | undefined;

  constructor(protocol: Protocol, session: Session) {
    this.#protocol = protocol;
    this.#session = session;
  }

  /** The server sends on and on without ending a frame. */
  get isTooLong(): boolean {
    return (this.#kept?.length ?? 0) > this.#protocol.longestFrame;
  }

  /** Bytes of a frame that has not ended yet. */
  get unfinished(): Buffer {
    return this.#kept ?? NONE;
  }

  clear(): void {
    this.#kept = undefined;
  }

  /** Takes what arrived; the frames are parts of it, valid as long as it is. */
  push(chunk: Buffer): readonly Buffer[] {
    const bytes = this.#kept === undefined ? chunk : Buffer.concat([this.#kept, chunk]);
    this.#kept = undefined;
    let frames: Buffer[] | undefined;
    let offset = 0;
    while (offset < bytes.length) {
      const cut = this.#protocol.cut(bytes, offset, this.#session);
      if (cut.kind === 'partial') {
        this.#kept = Buffer.from(bytes.subarray(cut.start));
        break;
      }
      if (cut.kind === 'frame') {
        frames ??= [];
        frames.push(bytes.subarray(cut.start, cut.end));
      }
      offset = cut.end;
    }
    return frames ?? NOTHING;
  }
}
