import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { FrameContent, LockState, Protocol } from '../protocols/protocol.ts';

/** What a device measures at one moment, whatever protocol it speaks. */
export interface Reading {
  /** By the clock of the device, ms since the epoch; a wrong clock is wrong here already. */
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
  readonly altitudeM: number;
  readonly speedKmh: number;
  readonly courseDeg: number;
  /** 0 without a fix; then the position is the last one known. */
  readonly satellites: number;
  readonly fixed: boolean;
  readonly batteryPct: number;
  readonly externalPower: boolean;
  readonly lock: LockState;
  /** An unlocking by card or password. */
  readonly authorised: boolean;
  readonly odometerKm: number;
  /** What the device itself notices at this moment. */
  readonly alerts: readonly AlertCode[];
}

/** A device as its frames name it. `nextSerial` counts its frames, as the protocol has it. */
export interface Device {
  readonly id: string;
  /** Model or version, where the protocol has several, e.g. `JT701D`, `2019`, `8e`. */
  readonly variant?: string;
  /** Its clock, minutes ahead of UTC. */
  readonly zoneMinutes: number;
  readonly nextSerial: () => number;
  /** What it keeps over its connections: the code to log in with, where a server gave one; the dialect writes it. */
  readonly memory?: { secret: string | null };
}

/** What an answer of the server says of the frame it answers. */
export type Settlement = 'accepted' | 'again' | 'unrelated';

/** How a device of one protocol talks: what it sends, when it takes an answer for one, what it does without. */
export interface Dialect {
  readonly protocol: Protocol;
  /** Alerts that a frame of this protocol can carry. */
  readonly expresses: readonly AlertCode[];
  /** Most readings in one frame; 1: no batches. */
  readonly batch: number;
  /** Which of its memory a device sends first when the link is back. */
  readonly resends: 'oldest-first' | 'newest-first';
  /** Pause between heartbeats, ms; null: none. */
  readonly heartbeatMs: number | null;
  /** Without an answer for this long the device drops the connection and sends again, ms. */
  readonly answerWithinMs: number;
  /**
   * What the device says when it is connected, each answered before the next; empty: it reports at once.
   * @param answers of the server to those before, whole frames in order: a later one may need what an earlier one gave
   */
  greet(device: Device, answers: readonly Buffer[]): FrameContent | null;
  /** Readings as one frame, at most `batch`, in the order given. */
  report(device: Device, readings: readonly Reading[], stored: boolean): FrameContent;
  heartbeat(device: Device): FrameContent | null;
  /** A frame as one datagram, where the protocol has them: it says all that a connection would have said before. */
  datagram?(device: Device, content: FrameContent): FrameContent;
  /** Whether the server answers such a frame at all. */
  expectsAnswer(sent: FrameContent): boolean;
  /** What an answer, one whole frame of the server, says of a frame that was sent. */
  settles(sent: FrameContent, answer: Buffer): Settlement;
  /** Whether the first bytes after a login refuse it, where a refusal looks like the beginning of a frame. */
  refusesLogin?(begun: Buffer): boolean;
  /** Whether an answer that says no says that the server does not know the device, where the protocol has words for it. */
  knowsNot?(answer: Buffer): boolean;
}
