import type { Socket } from 'node:net';
import { FrameStream } from '../../../tracking/protocols/frame-stream.ts';
import type { Protocol } from '../../../tracking/protocols/protocol.ts';
import type { Hooks } from '../../hooks.ts';
import type { Link } from '../hooks.ts';
import type { ReceptionDesk, Taken, Whole } from '../reception.ts';
import type { Connection } from './connections.ts';
import type { ListenerLimits } from './limits.ts';

/** What a connection is made with. */
export interface ConnectionParts {
  readonly socket: Socket;
  readonly protocol: Protocol;
  readonly link: Link;
  readonly desk: ReceptionDesk;
  readonly hooks: Hooks;
  readonly limits: ListenerLimits;
  /** Without a byte for this long it is cut, ms. */
  readonly idleMs: number;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
  /** Called once, when it has named a device that is registered. */
  readonly introduced: () => void;
}

/** A frame that is to be taken, or what is said of one that was refused when its turn comes. */
type Waiting = Whole | Taken;

/**
 * One connection of a device. Frames are taken in order, answers go back in order; while too many wait for the store nothing
 * more is read.
 */
export class TcpConnection implements Connection {
  readonly #parts: ConnectionParts;
  readonly #stream: FrameStream;
  readonly #waiting: Waiting[] = [];
  readonly #since: number;
  #heardAt: number;
  /** Since when a frame is unfinished, or null. */
  #unfinishedAt: number | null = null;
  /** Since when the device does not read its answers, or null. */
  #unreadAt: number | null = null;
  #faults = 0;
  #known = false;
  #working = false;

  constructor(parts: ConnectionParts) {
    const { protocol, socket } = parts;
    this.#parts = parts;
    this.#since = parts.elapsed();
    this.#heardAt = this.#since;
    const { zoneMinutes } = protocol;
    this.#stream = new FrameStream(protocol, { deviceId: null, zoneMinutes, udp: false, speaker: 'device' });
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#hear(chunk));
    socket.on('drain', () => this.#read());
    socket.on('error', () => socket.destroy()); // the device is gone: it comes again and sends again
  }

  sweep(now: number): void {
    const { limits, idleMs, socket } = this.#parts;
    const { loginWithinMs, frameWithinMs } = limits;
    const late = !this.#known && now - this.#since >= loginWithinMs;
    const slow = this.#unfinishedAt !== null && now - this.#unfinishedAt >= frameWithinMs;
    const deaf = this.#unreadAt !== null && now - this.#unreadAt >= frameWithinMs;
    const idle = now - this.#heardAt >= idleMs;
    if ((late || slow || deaf || idle) && !this.#working) socket.destroy();
  }

  #introduce(): void {
    if (this.#parts.socket.destroyed) return;
    this.#known = true;
    this.#parts.introduced();
  }

  #hear(chunk: Buffer): void {
    const { hooks, link, elapsed, limits, socket, desk, protocol } = this.#parts;
    const now = elapsed();
    this.#heardAt = now;
    let whole = 0;
    for (const received of this.#stream.push(hooks.onFrame(chunk, link))) {
      if ('fault' in received) this.#faults += 1;
      else whole += 1;
      this.#waiting.push('fault' in received ? desk.refuse(received.fault, protocol, link) : received);
    }
    if (this.#stream.rest.length === 0) this.#unfinishedAt = null;
    else if (whole > 0 || this.#unfinishedAt === null) this.#unfinishedAt = now;
    if (this.#faults >= limits.faults) {
      this.#waiting.length = 0;
      socket.destroy();
      return;
    }
    if (this.#waiting.length > limits.waitingFrames) socket.pause();
    if (!this.#working) void this.#work();
  }

  /** Takes what waits until nothing does; a frame that could not be stored ends the connection. */
  async #work(): Promise<void> {
    const { socket, limits } = this.#parts;
    this.#working = true;
    try {
      while (this.#waiting.length > 0) await this.#takeAll(this.#waiting.splice(0, limits.waitingFrames));
    } catch {
      socket.destroy(); // told in the log by the desk
    } finally {
      this.#working = false;
      this.#waiting.length = socket.destroyed ? 0 : this.#waiting.length;
    }
  }

  async #takeAll(waiting: readonly Waiting[]): Promise<void> {
    const { socket, desk, protocol, link, limits } = this.#parts;
    const taking = waiting.map(async (one) =>
      'answers' in one ? one : desk.take(one, protocol, link, one.session.deviceId),
    );
    for (const taken of taking) taken.catch(() => undefined); // awaited below, in order
    for (const taken of taking) {
      const { answers, known } = await taken;
      if (known && !this.#known) this.#introduce();
      for (const answer of answers) this.#answer(answer);
    }
    if (this.#waiting.length <= limits.waitingFrames && this.#unreadAt === null) socket.resume();
  }

  /** What a device does not read stays in memory: with too much of it, no more is asked of that device. */
  #answer(bytes: Buffer): void {
    const { socket, limits, elapsed } = this.#parts;
    if (socket.destroyed || socket.write(bytes) || socket.writableLength <= limits.unreadBytes) return;
    this.#unreadAt ??= elapsed();
    socket.pause();
  }

  /** It has read all answers. */
  #read(): void {
    this.#unreadAt = null;
    if (!this.#working) this.#parts.socket.resume();
  }
}
