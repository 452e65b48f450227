import type { Socket } from 'node:net';
import { FrameStream, type Received } from '../../../tracking/protocols/frame-stream.ts';
import type { Protocol } from '../../../tracking/protocols/protocol.ts';
import type { Hooks } from '../../hooks.ts';
import type { Link } from '../hooks.ts';
import type { Caller, ReceptionDesk, Taken, Whole } from '../reception.ts';
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
  /** Each frame may come from another device: a gateway of telephones. */
  readonly shared: boolean;
  /** Called whenever it has named a device that is registered. */
  readonly named: (deviceId: string) => void;
}

/** A frame that is to be taken, or what is said of one that was refused when its turn comes. */
type Waiting = Whole | Taken;

/**
 * One connection of a device. Frames are taken in order, a few at a time, answers go back in order; while they wait for the store
 * nothing more is read.
 */
export class TcpConnection implements Connection {
  readonly #parts: ConnectionParts;
  readonly #stream: FrameStream;
  /** What is left of the bytes that were read: cut into frames as these are taken. */
  #frames: Iterator<Received, void> | null = null;
  readonly #since: number;
  #heardAt: number;
  /** Since when a frame is unfinished, or null. */
  #unfinishedAt: number | null = null;
  /** Since when the device does not read its answers, or null. */
  #unreadAt: number | null = null;
  #faults = 0;
  #strange = 0;
  /** Of one that is not shared. */
  readonly #caller: Caller = { deviceId: null };
  #known = false;
  #working = false;
  /** Nothing that comes now is heard: the connection ends when what waits is answered. */
  #closing = false;

  constructor(parts: ConnectionParts) {
    const { protocol, socket } = parts;
    this.#parts = parts;
    this.#since = parts.elapsed();
    this.#heardAt = this.#since;
    const { zoneMinutes } = protocol;
    this.#stream = new FrameStream(protocol, { deviceId: null, zoneMinutes, udp: false, speaker: 'device' });
    socket.setNoDelay(true);
    socket.on('readable', () => void this.#work());
    socket.on('drain', () => this.#read());
    socket.on('error', () => socket.destroy()); // the device is gone: it comes again and sends again
  }

  sweep(now: number): void {
    const { limits, idleMs, socket } = this.#parts;
    const { loginWithinMs, frameWithinMs } = limits;
    const late = !this.#known && now - this.#since >= loginWithinMs;
    const slow = this.#unfinishedAt !== null && now - this.#unfinishedAt >= frameWithinMs;
    const deaf = this.#unreadAt !== null && now - this.#unreadAt >= frameWithinMs;
    const idle = !this.#working && now - this.#heardAt >= idleMs; // it may be the platform that is slow
    if (late || slow || deaf || idle) socket.destroy();
  }

  /** Takes what comes until nothing more is there; a frame that could not be stored ends the connection. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let waiting = this.#next(); waiting.length > 0; waiting = this.#next())
        await this.#takeAll(waiting);
      if (this.#closing) this.#end();
    } catch {
      this.#parts.socket.destroy(); // told in the log by the desk
    } finally {
      this.#working = false;
    }
  }

  /** The next frames, no more than may wait; none when there is no whole one, or the device has to read its answers first. */
  #next(): Waiting[] {
    const { limits, socket, desk, protocol, link } = this.#parts;
    const waiting: Waiting[] = [];
    let reports = 0;
    const enough = (): boolean => waiting.length >= limits.waitingFrames || reports >= limits.waitingReports;
    while (!enough() && this.#unreadAt === null && !this.#closing && !socket.destroyed) {
      const received = this.#frames?.next().value;
      if (!received) {
        if (this.#hear()) continue;
        break;
      }
      if ('fault' in received) {
        this.#faults += 1;
        if (this.#faults >= limits.faults) socket.destroy();
        waiting.push(desk.refuse(received.fault, protocol, link, received.close));
      } else {
        this.#unfinishedAt = null;
        reports += received.content.reports.length;
        waiting.push(received);
      }
      this.#closing = received.close ?? false;
    }
    return socket.destroyed ? [] : waiting;
  }

  /** Reads on, when all frames before have been taken. @returns whether there was something */
  #hear(): boolean {
    const { hooks, link, elapsed, socket } = this.#parts;
    const now = elapsed();
    this.#unfinishedAt = this.#stream.rest.length === 0 ? null : (this.#unfinishedAt ?? now);
    const chunk: Buffer | null = socket.read();
    this.#frames = chunk && this.#stream.push(hooks.onFrame(chunk, link));
    if (chunk) this.#heardAt = now;
    return chunk !== null;
  }

  async #takeAll(waiting: readonly Waiting[]): Promise<void> {
    const { desk, protocol, link, shared } = this.#parts;
    const caller = shared ? undefined : this.#caller;
    const taking = waiting.map(async (one) =>
      'answers' in one ? one : desk.take(one, protocol, link, one.session.deviceId, caller),
    );
    for (const taken of taking) taken.catch(() => undefined); // awaited below, in order
    for (const taken of taking) {
      const { answers, deviceId } = await taken;
      this.#judge(deviceId);
      for (const answer of answers) this.#answer(answer);
    }
  }

  /** Who has named a device that is registered is a stranger no more, unless it names others where it may not. */
  #judge(deviceId: string | null): void {
    const { socket, named, limits, shared } = this.#parts;
    if (deviceId !== null) {
      this.#known = true;
      named(deviceId);
    } else if (!this.#known || !shared) {
      this.#strange += 1;
      if (this.#strange >= limits.strangerFrames) socket.destroy();
    }
  }

  /** What still comes is read and thrown away: the system would take the answers back from a device that is not read to its end. */
  #end(): void {
    const { socket, elapsed } = this.#parts;
    if (socket.writableEnded) return;
    this.#unfinishedAt = elapsed(); // the device has as long as for a frame to end it, too
    socket.end();
    socket.removeAllListeners('readable');
    socket.resume();
  }

  /** What a device does not read stays in memory: with too much of it, no more is asked of that device. */
  #answer(bytes: Buffer): void {
    const { socket, limits, elapsed } = this.#parts;
    if (socket.destroyed || socket.write(bytes) || socket.writableLength <= limits.unreadBytes) return;
    this.#unreadAt ??= elapsed();
  }

  /** It has read all answers. */
  #read(): void {
    this.#unreadAt = null;
    void this.#work();
  }
}
