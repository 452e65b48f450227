import type { Clock } from '../../../profile/clock.ts';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type { Journal } from '../../../reports/evidence/journal.ts';
import { FrameStream } from '../protocols/frame-stream.ts';
import type { FrameContent, Session } from '../protocols/protocol.ts';
import type { Device, Dialect, Reading } from './dialect.ts';
import { type Link, type ListenerAddress, openLink } from './link.ts';

/** What a device is connected with. */
interface ConnectedDeviceOptions {
  readonly dialect: Dialect;
  readonly device: Device;
  readonly address: ListenerAddress;
  /** The platform at the other end, as evidence names it, e.g. `TRK-TG`. */
  readonly platform: string;
  readonly journal: Journal;
  /** The stack at the other end, as evidence names it. */
  readonly stack: string;
  readonly clock: Clock;
  /** What the exchanges belong to: transit reference, scenario ... */
  readonly conversations: readonly string[];
  /** Longest wait for an answer, real ms; default: what the protocol says. */
  readonly answerWithinMs?: number;
}

/** What became of bytes that were sent. */
export interface DeviceExchange {
  /** Whole frames of the server that came until it was settled. */
  readonly answers: readonly Buffer[];
  readonly outcome: 'accepted' | 'again' | 'unanswered' | 'gone';
  readonly record: ExchangeRecord;
}

interface Waiting {
  readonly answers: Buffer[];
  settle(outcome: DeviceExchange['outcome']): void;
  take(answer: Buffer): void;
}

/**
 * One tracker on a real connection: it says what its protocol says, waits for the answer that its protocol knows, and
 * records every byte of both. One frame is under way at a time; it judges nothing.
 */
export class ConnectedDevice implements AsyncDisposable {
  readonly #options: ConnectedDeviceOptions;
  #link: Link | undefined;
  #waiting: Waiting | undefined;
  #gone: string | undefined;
  #answers: FrameStream;

  private constructor(options: ConnectedDeviceOptions) {
    this.#options = options;
    this.#answers = this.#newStream();
  }

  /** Connects and greets, as the protocol has it. @throws the error of the socket when nobody listens there */
  static async connect(options: ConnectedDeviceOptions): Promise<ConnectedDevice> {
    const connected = new ConnectedDevice(options);
    await connected.reconnect();
    return connected;
  }

  /** Platform id, protocol and so on, as given. */
  get options(): ConnectedDeviceOptions {
    return this.#options;
  }

  /** The link is there. */
  get connected(): boolean {
    return this.#link !== undefined && this.#gone === undefined;
  }

  /** A new connection, greeting included; the old one is cut. */
  async reconnect(): Promise<void> {
    await this.disconnect();
    const { address, device, dialect } = this.#options;
    this.#gone = undefined;
    this.#answers = this.#newStream();
    this.#link = await openLink(address, device.id, {
      onBytes: (bytes) => this.#take(bytes),
      onGone: (fault) => {
        this.#gone = fault;
        this.#waiting?.settle('gone');
      },
    });
    // A datagram names its device itself.
    if (address.transport === 'udp') return;
    const answers: Buffer[] = [];
    for (let content = dialect.greet(device, answers); content; content = dialect.greet(device, answers)) {
      const exchange = await this.send(content);
      if (exchange.outcome !== 'accepted') return;
      answers.push(...exchange.answers);
    }
  }

  /** Readings, in as many frames as the protocol needs, in the order given; stops at the first that is not accepted. */
  async report(readings: readonly Reading[], stored = false): Promise<DeviceExchange[]> {
    const { dialect, device } = this.#options;
    const exchanges: DeviceExchange[] = [];
    for (let first = 0; first < readings.length; first += dialect.batch) {
      const content = dialect.report(device, readings.slice(first, first + dialect.batch), stored);
      const exchange = await this.send(content);
      exchanges.push(exchange);
      if (exchange.outcome !== 'accepted') break;
    }
    return exchanges;
  }

  /** A heartbeat; undefined where the protocol has none. */
  async heartbeat(): Promise<DeviceExchange | undefined> {
    const { dialect, device } = this.#options;
    const content = dialect.heartbeat(device);
    return content === null ? undefined : this.send(content);
  }

  /** Sends a frame and waits for its answer, where the protocol has one. */
  send(said: FrameContent): Promise<DeviceExchange> {
    const { dialect, device, address } = this.#options;
    const content = address.transport === 'udp' ? (dialect.datagram?.(device, said) ?? said) : said;
    return this.sendBytes(dialect.protocol.write(content, this.#session('device')), content);
  }

  /**
   * Sends bytes as they are, for what is no frame or one to be repeated.
   * @param content the frame that they are meant to be; without one any answer settles them
   */
  async sendBytes(bytes: Buffer, content?: FrameContent): Promise<DeviceExchange> {
    const { clock, dialect, answerWithinMs = dialect.answerWithinMs } = this.#options;
    const at = clock.now();
    const kind = content?.kind ?? 'bytes';
    if (!this.#link || this.#gone !== undefined) return this.#ended(bytes, at, [], 'gone', kind);
    const wait = content === undefined || dialect.expectsAnswer(content);
    const settled = wait ? this.#await(content, answerWithinMs) : undefined;
    const sent = this.#link.send(bytes);
    // Bytes that nobody takes are answered by nobody: the wait for the answer is the limit of both.
    if (settled) return this.#ended(bytes, at, settled.answers, await settled.outcome, kind);
    await sent;
    return this.#ended(bytes, at, [], 'accepted', kind);
  }

  /** Leaves; `cut` without a farewell. */
  async disconnect(how: 'end' | 'cut' = 'end'): Promise<void> {
    const link = this.#link;
    this.#link = undefined;
    await link?.close(how);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
  }

  #await(content: FrameContent | undefined, withinMs: number) {
    const { dialect } = this.#options;
    const answers: Buffer[] = [];
    const outcome = new Promise<DeviceExchange['outcome']>((resolve) => {
      const timer = setTimeout(() => waiting.settle('unanswered'), withinMs);
      const waiting: Waiting = {
        answers,
        settle: (how) => {
          clearTimeout(timer);
          this.#waiting = undefined;
          resolve(how);
        },
        take: (answer) => {
          answers.push(answer);
          const said = content === undefined ? 'accepted' : dialect.settles(content, answer);
          if (said !== 'unrelated') waiting.settle(said);
        },
      };
      this.#waiting = waiting;
    });
    return { answers, outcome };
  }

  #take(bytes: Buffer): void {
    if (bytes.length === 0) this.#waiting?.take(bytes);
    for (const received of this.#answers.push(bytes))
      if ('content' in received) this.#waiting?.take(Buffer.from(received.bytes));
  }

  #ended(
    bytes: Buffer,
    at: number,
    answers: readonly Buffer[],
    outcome: DeviceExchange['outcome'],
    kind: string,
  ): DeviceExchange {
    const { clock, journal, device, dialect, platform, stack, conversations } = this.#options;
    const answer = { status: 0, body: Buffer.concat(answers).toString('hex'), afterMs: clock.now() - at };
    const fault = {
      unanswered: 'timeout',
      gone: this.#gone ?? 'closed',
      accepted: undefined,
      again: 'again',
    };
    const record = journal.record({
      kind: 'device',
      at,
      from: device.id,
      to: platform,
      method: dialect.protocol.name,
      path: `/${device.id}/${kind}`,
      headers: {},
      body: bytes.toString('hex'),
      answer: answers.length > 0 ? answer : undefined,
      fault: fault[outcome],
      conversations,
      stack,
    });
    return { answers, outcome, record };
  }

  #session(speaker: Session['speaker']): Session {
    const { device, address } = this.#options;
    return {
      deviceId: device.id,
      zoneMinutes: device.zoneMinutes,
      udp: address.transport === 'udp',
      speaker,
    };
  }

  #newStream(): FrameStream {
    return new FrameStream(this.#options.dialect.protocol, this.#session('server'));
  }
}
