import type { Device, Reading } from '../devices/dialect.ts';
import type { FrameContent, Session } from '../protocols/protocol.ts';
import type { FleetContext } from './fleet-context.ts';
import type { FleetLink, LinkOwner } from './links/fleet-link.ts';
import { ReadingMemory } from './reading-memory.ts';
import { ServerFrames } from './server-frames.ts';
import { type Phase, troubleOf } from './trouble.ts';

/** A frame under way, until its answer. */
interface Asked {
  readonly content: FrameContent;
  readonly bytes: Buffer;
  /** What it delivers; none for a greeting or a heartbeat. */
  readonly readings: readonly Reading[];
  sentMs: number;
}

/** @source assumption */
const CONNECT_WITHIN_MS = 20_000;
/** A link that held so long was no failure of the server. @source assumption */
const GOOD_LINK_MS = 30_000;
const NOTHING = Buffer.alloc(0);

/**
 * One device of a fleet: connects, greets, reports, waits for each answer that its protocol knows, sends again what was
 * not taken, and comes back after a pause when the link is lost.
 * @source the dialect of its protocol; pauses: `fleet-context.ts`
 */
export class Tracker implements Device, LinkOwner {
  readonly index: number;
  readonly id: string;
  readonly zoneMinutes: number;
  readonly variant?: string;
  readonly memory: { secret: string | null } = { secret: null };
  readonly #fleet: FleetContext;
  readonly #session: Session;
  readonly #frames: ServerFrames;
  #readings: ReadingMemory | undefined;
  #phase: Phase = 'off';
  #link: FleetLink | undefined;
  /** What is answered next: a report, or a heartbeat; a report stays until it is taken, over any number of links. */
  #asked: Asked | undefined;
  #greeting: Asked | undefined;
  #openedMs = 0;
  #greeted: Buffer[] = [];
  #serial = 0;
  /** In a row: links lost, answers refused. */
  #failures = 0;
  #wasConnected = false;

  constructor(index: number, id: string, variant: string | undefined, fleet: FleetContext) {
    const { dialect, udp } = fleet;
    this.index = index;
    this.id = id;
    if (variant !== undefined) this.variant = variant;
    this.zoneMinutes = dialect.protocol.zoneMinutes;
    this.#fleet = fleet;
    this.#session = { deviceId: id, zoneMinutes: this.zoneMinutes, udp, speaker: 'device' };
    this.#frames = new ServerFrames(dialect.protocol, { ...this.#session, speaker: 'server' });
  }

  readonly nextSerial = (): number => {
    this.#serial += 1;
    return this.#serial;
  };

  /** Nothing is under way, and nothing waits for a link that is there. */
  get isSettled(): boolean {
    return this.#asked === undefined && (this.#phase !== 'ready' || this.kept === 0);
  }

  /** Readings that the server has not taken. */
  get kept(): number {
    return (this.#readings?.size ?? 0) + (this.#asked?.readings.length ?? 0);
  }

  /** Keeps a reading, and sends it when nothing else is under way. */
  measured(reading: Reading, stored: boolean): void {
    this.#fleet.counters.measured += 1;
    this.#readings ??= new ReadingMemory(this.#fleet.memory);
    const hasLink = this.#phase === 'ready' || this.#phase === 'asked' || this.#phase === 'pausing';
    const forgotten = this.#readings.add(reading, stored || !hasLink);
    this.#fleet.counters.forgotten += forgotten.length;
    this.#fleet.fate(this, forgotten, 'unsent');
    if (this.#phase === 'ready') this.#proceed();
  }

  /** The time that it asked for is over. */
  due(): void {
    switch (this.#phase) {
      case 'off':
        this.#connect();
        break;
      case 'pausing':
        this.#sendAgain();
        break;
      case 'ready':
        this.#beat();
        break;
      case 'stopped':
        break;
      default:
        if (this.#phase !== 'connecting') this.#fleet.counters.timeouts += 1;
        this.#lost('ETIMEDOUT');
    }
  }

  /** Leaves for good. */
  stop(): void {
    if (this.#phase === 'stopped') return;
    this.#fleet.fate(this, this.#asked?.readings ?? [], 'untaken');
    this.#fleet.fate(this, this.#readings?.all() ?? [], 'unsent');
    const wasThere = this.#phase !== 'off' && this.#phase !== 'connecting';
    this.#phase = 'stopped';
    this.#fleet.wake(this, null);
    const link = this.#link;
    this.#link = undefined;
    if (wasThere) {
      this.#fleet.counters.connected -= 1;
      link?.end();
    } else link?.drop();
  }

  linkOpened(link: FleetLink): void {
    if (link !== this.#link || this.#phase !== 'connecting') return;
    const { counters, monotonicMs } = this.#fleet;
    this.#openedMs = monotonicMs();
    counters.connected += 1;
    counters.connects += 1;
    if (this.#wasConnected) counters.reconnects += 1;
    this.#wasConnected = true;
    this.#greeted = [];
    if (!this.#greet()) this.#sendAgain();
  }

  linkBytes(link: FleetLink, bytes: Buffer): void {
    if (link !== this.#link) return;
    for (const frame of this.#frames.push(bytes)) {
      if (link !== this.#link) return;
      this.#answered(frame);
    }
    if (this.#frames.isTooLong) this.#lost('EMSGSIZE');
    else if (this.#phase === 'greeting' && this.#fleet.dialect.refusesLogin?.(this.#frames.unfinished)) {
      this.#fleet.counters.refused += 1;
      this.#lost('refused');
    }
  }

  linkConfirmed(link: FleetLink): void {
    if (link === this.#link) this.#answered(NOTHING);
  }

  linkGone(link: FleetLink, code: string): void {
    if (link === this.#link) this.#lost(code);
  }

  #connect(): void {
    this.#phase = 'connecting';
    this.#frames.clear();
    this.#fleet.wake(this, CONNECT_WITHIN_MS);
    this.#link = this.#fleet.open(this);
  }

  /** The next thing that is to be said before reports; false: nothing more. A datagram names its device itself. */
  #greet(): boolean {
    const { dialect, udp } = this.#fleet;
    const content = udp ? null : dialect.greet(this, this.#greeted);
    if (content === null) return false;
    this.#greeting = this.#framed(content, []);
    this.#phase = 'greeting';
    return this.#send(this.#greeting);
  }

  /** Sends what is kept, until something has to be answered first. */
  #proceed(): void {
    const { dialect, counters, fate } = this.#fleet;
    while (this.#readings !== undefined && this.#readings.size > 0) {
      const { readings, stored } = this.#readings.take(dialect.resends, dialect.batch);
      const asked = this.#framed(dialect.report(this, readings, stored), readings);
      counters.sent += 1;
      this.#phase = 'asked';
      if (this.#send(asked)) {
        this.#asked = asked;
        return;
      }
      counters.unanswered += 1;
      counters.delivered += readings.length;
      fate(this, readings, 'unanswered');
    }
    this.#phase = 'ready';
    this.#fleet.wake(this, this.#fleet.heartbeatMs);
  }

  #beat(): void {
    const content = this.#fleet.dialect.heartbeat(this);
    if (content === null) return;
    this.#fleet.counters.heartbeats += 1;
    const asked = this.#framed(content, []);
    this.#phase = 'asked';
    if (this.#send(asked)) this.#asked = asked;
    else this.#proceed();
  }

  /** The same bytes as before: what a device keeps until it is taken. */
  #sendAgain(): void {
    const asked = this.#asked;
    if (asked === undefined) {
      this.#proceed();
      return;
    }
    this.#fleet.counters.resent += 1;
    this.#phase = 'asked';
    this.#send(asked);
  }

  #framed(said: FrameContent, readings: readonly Reading[]): Asked {
    const { dialect, udp } = this.#fleet;
    const content = udp ? (dialect.datagram?.(this, said) ?? said) : said;
    return { content, bytes: dialect.protocol.write(content, this.#session), readings, sentMs: 0 };
  }

  /** Hands bytes over; true when an answer has to come before anything else is said. */
  #send(asked: Asked): boolean {
    const { dialect, wake, answerWithinMs, monotonicMs } = this.#fleet;
    const isAnswered = dialect.expectsAnswer(asked.content);
    asked.sentMs = monotonicMs();
    if (isAnswered) wake(this, answerWithinMs);
    this.#link?.write(asked.bytes);
    return isAnswered;
  }

  #answered(frame: Buffer): void {
    const { dialect } = this.#fleet;
    const asked = this.#phase === 'greeting' ? this.#greeting : this.#asked;
    if (asked === undefined || (this.#phase !== 'asked' && this.#phase !== 'greeting')) return;
    const said = dialect.settles(asked.content, frame);
    if (said === 'unrelated') return;
    if (said === 'again') this.#refused(frame);
    if (this.#phase === 'greeting') {
      this.#greeted.push(Buffer.from(frame));
      if (this.#greet()) return;
      // Refused, and the dialect knows nothing else to say.
      if (said === 'again') this.#lost('refused');
      else this.#sendAgain();
    } else if (said === 'again') this.#pause();
    else this.#accepted(asked);
  }

  #refused(frame: Buffer): void {
    const { counters, dialect, trouble } = this.#fleet;
    counters.refused += 1;
    if (dialect.knowsNot?.(frame)) trouble('device-unknown');
    else if (this.#phase !== 'greeting') trouble('report-refused');
  }

  #accepted(asked: Asked): void {
    this.#failures = 0;
    this.#asked = undefined;
    if (asked.readings.length > 0) this.#acked(asked);
    this.#proceed();
  }

  #acked({ readings, sentMs }: Asked): void {
    const { counters, latencies, monotonicMs, fate } = this.#fleet;
    counters.acked += 1;
    counters.delivered += readings.length;
    fate(this, readings, 'taken');
    latencies.recordValue(Math.max(1, Math.round((monotonicMs() - sentMs) * 1_000)));
  }

  /** The server said no: the same again on this link, after a while. */
  #pause(): void {
    if (this.#asked?.readings.length === 0) this.#asked = undefined;
    this.#phase = 'pausing';
    this.#failures += 1;
    this.#fleet.wake(this, this.#fleet.pauseMs(this.#failures));
  }

  #lost(code: string): void {
    const { counters, wake, failed, monotonicMs, udp, pauseMs, trouble } = this.#fleet;
    trouble(troubleOf(this.#phase, code));
    const link = this.#link;
    this.#link = undefined;
    link?.drop();
    // Whether anybody listens for datagrams shows only after one was sent.
    const never = this.#phase === 'connecting' || (udp && counters.acked === 0);
    if (never) failed(code);
    if (this.#phase === 'connecting') {
      if (code === 'refused') counters.refused += 1;
      else counters.failedConnects += 1;
    } else {
      counters.connected -= 1;
      if (monotonicMs() - this.#openedMs > GOOD_LINK_MS) this.#failures = 0;
    }
    if (this.#asked?.readings.length === 0) this.#asked = undefined;
    this.#phase = 'off';
    this.#failures += 1;
    wake(this, pauseMs(this.#failures));
  }
}
