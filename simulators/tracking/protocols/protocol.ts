import type { lockStates } from '../../../profile/code-lists/code-lists.ts';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { Part, Scan } from './memory.ts';

/** The wire protocols of trackers and e-seals; a new one is one new folder and one row in `protocols.ts`. */
export const protocolNames = ['jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt'] as const;
/** Name of one wire protocol. */
export type ProtocolName = (typeof protocolNames)[number];

/** What a frame is for. `command`: from the server to the device, and the device's answer to one. */
export type FrameKind = 'login' | 'position' | 'heartbeat' | 'alarm' | 'command' | 'other';

/** One position, in the units of the profile. What a device does not say is null. */
export interface Report {
  /** ISO 8601, UTC, milliseconds. */
  readonly time: string | null;
  /** Degrees, south negative, at most 7 decimals. */
  readonly lat: number | null;
  /** Degrees, west negative, at most 7 decimals. */
  readonly lon: number | null;
  /** km/h, at most 1 decimal. */
  readonly speedKmh: number | null;
  /** Degrees clockwise from north, 0 to 360. */
  readonly courseDeg: number | null;
  /** Metres above sea level. */
  readonly altitudeM: number | null;
  /** The position is a fix of this moment; false: the last one known, or none. */
  readonly fixed: boolean;
}

/** State of a lock, by its code in the profile. */
export type LockState = keyof typeof lockStates;

/** What a device says of itself together with a report. */
export interface Condition {
  /** Codes of the profile, by the mapping of the protocol. */
  readonly alerts: readonly AlertCode[];
  /** The frame has no room for some alerts: what the device warned of before may last. */
  readonly partial?: true | undefined;
  /** True: from the memory of the device; null: the protocol does not say. */
  readonly stored: boolean | null;
  readonly lock: LockState | null;
  /** An unlocking that the device took for rightful (card, password); null: not said. */
  readonly authorised: boolean | null;
  /** 0 to 100. */
  readonly batteryPct: number | null;
}

/** JSON as it stands in `fields`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A frame read from the wire: everything that is needed to write the same bytes again. */
export interface FrameContent {
  readonly kind: FrameKind;
  readonly deviceId: string | null;
  readonly reports: readonly Report[];
  /** One for each report; a frame without report that tells of the device itself has one. */
  readonly conditions: readonly Condition[];
  /** What the protocol says beyond that, in its own terms; units stand in the names. */
  readonly fields: { readonly [name: string]: Json };
  /** The body may hold a report, or an alarm, that nobody read: who acknowledges only what is kept withholds the answer. */
  readonly unread?: true;
}

/** A frame as `corridor decode` prints it. */
export interface Frame extends FrameContent {
  /** Codes of all its conditions, each once. */
  readonly alerts: readonly AlertCode[];
  /** What a server that accepts it answers, in hexadecimal, in order. */
  readonly responses: readonly string[];
}

/** Who wrote the bytes: a few frames look alike in both directions. */
export type Speaker = 'device' | 'server';

/** What both ends know of a connection beside its bytes. */
export interface Session {
  /** The device that logged in on this connection; null before. */
  readonly deviceId: string | null;
  /** The clock of the device, minutes ahead of UTC. */
  readonly zoneMinutes: number;
  /** One datagram each, where that changes the framing. */
  readonly udp: boolean;
  readonly speaker: Speaker;
  /** Version of the protocol that the device named last, where frames without one are answered by it. */
  readonly version?: number;
  /** Parts of a message that is not whole yet, where a protocol has such; few and small. */
  readonly parts?: readonly Part[];
}

/** What a server makes of a frame. */
export interface Reception {
  /** False: refused, the device keeps what it sent. */
  readonly accepted: boolean;
  /** Reports taken, where the protocol counts them; default: all. */
  readonly taken?: number;
  /** The server's own counter, where its frames carry one. */
  readonly serial: number;
  /** Time of the server, ms since the epoch: some devices ask for it. */
  readonly now: number;
}

/** Where the next frame of a stream lies. */
export type Cut =
  /** Bytes [start, end) are one frame; whatever lies before start is noise. */
  | { readonly kind: 'frame'; readonly start: number; readonly end: number }
  /**
   * A frame begins at start and is not whole; `needs`: total bytes from start, when known. `wholeAtEnd`: it is whole when
   * no more bytes come.
   */
  | {
      readonly kind: 'partial';
      readonly start: number;
      readonly needs: number | null;
      readonly wholeAtEnd?: boolean;
      /** To be given back when more bytes are there. */
      readonly scan?: Scan;
    }
  /** What stands between frames by custom, up to end: thrown away without a word. */
  | { readonly kind: 'blank'; readonly end: number }
  /**
   * Nothing that begins a frame up to end: to be thrown away, with a reason. The end may lie behind the bytes that are there;
   * infinity: nothing that will come is a frame. `close`: a server ends the connection after its answer.
   */
  | {
      readonly kind: 'noise';
      readonly end: number;
      readonly code: FaultCode;
      readonly reason: string;
      readonly close?: true;
    };

/** Why bytes are refused. */
export type FaultCode =
  | 'NOT_A_FRAME'
  | 'INCOMPLETE'
  | 'TOO_LONG'
  | 'LENGTH'
  | 'CHECKSUM'
  | 'ESCAPE'
  | 'VALUE'
  | 'UNSUPPORTED';

/**
 * A frame that is refused; `offset` counts from its first byte, as it came. It has no stack: noise is refused by the
 * million, and a stack costs more than all else that is done with it.
 */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  readonly code: FaultCode;
  readonly offset: number;
  constructor(code: FaultCode, offset: number, reason: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.offset = offset;
  }
}

/** Content that cannot be written as a frame; `field` is its JSON Pointer in the frame. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
  readonly field: string;
  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}

/** One wire protocol: pure functions over bytes, both directions. */
export interface Protocol {
  readonly name: ProtocolName;
  /** Bytes; whoever sends more without ending a frame is cut off. */
  readonly longestFrame: number;
  /** The clock of a device that was not told otherwise, minutes ahead of UTC. */
  readonly zoneMinutes: number;
  /**
   * Finds the next frame at or after `offset`; looks at no byte before it.
   * @param scan of the partial frame that was found at `offset` when fewer bytes were there; it saves time, no more
   */
  cut(bytes: Buffer, offset: number, session: Session, scan?: Scan): Cut;
  /**
   * Reads one frame as it was cut.
   * @throws FrameError for anything else, whatever the bytes are
   */
  read(frame: Buffer, session: Session): FrameContent;
  /** What a frame tells of those after it on the connection, besides who logged in; nothing: as before. */
  learn?(frame: FrameContent, session: Session): Session;
  /**
   * Writes what `read` gives: the same bytes again.
   * @throws FieldError for what the protocol cannot say
   */
  write(frame: FrameContent, session: Session): Buffer;
  /** What a server answers; nothing where the protocol has no answer. */
  answer(frame: FrameContent, reception: Reception, session: Session): readonly Buffer[];
  /**
   * What a server answers to bytes that it refuses; absent: nothing, and the device sends them again.
   * @param close it ends the connection then
   */
  refuse?(code: FaultCode, close: boolean): readonly Buffer[];
  /** Whether a server ends the connection after its answer to a frame, as it was cut; absent: never. */
  closes?(frame: Buffer): boolean;
}
