import type { Quota } from '../report-store.ts';

/** What a listener lets strangers cost. Times in ms of the real clock: connections live in the real world. */
export interface ListenerLimits {
  /** A connection that has not named a device by then is cut. */
  readonly loginWithinMs: number;
  /** A frame that has begun must end by then. */
  readonly frameWithinMs: number;
  /** Connections of one address that have not named a device. */
  readonly strangersPerAddress: number;
  /** Connections of one device to one listener: newer ones replace them. */
  readonly connectionsPerDevice: number;
  /** Connections of one listener. */
  readonly connections: number;
  /** Bytes that belong to no frame, or frames that are refused: a connection with so many is cut. */
  readonly faults: number;
  /**
   * Frames that are turned away: a connection that has not named a device that is registered, or names another than its own, is cut
   * with so many.
   */
  readonly strangerFrames: number;
  /** Frames of one connection that are taken at a time; the bytes behind them are not looked at before these are stored. */
  readonly waitingFrames: number;
  /** Reports of one connection that are taken at a time; a frame alone may bring more. */
  readonly waitingReports: number;
  /** Bytes of answers that a connection has not read; reading pauses above, and it is cut when they stay for `frameWithinMs`. */
  readonly unreadBytes: number;
  /** Datagrams of one listener that wait for the store; others are lost, and sent again. */
  readonly waitingDatagrams: number;
}

/** @source assumption: a login takes seconds on the slowest network; a mobile operator puts many devices behind one address */
export const listenerLimits: ListenerLimits = {
  loginWithinMs: 30_000,
  frameWithinMs: 30_000,
  strangersPerAddress: 1_024,
  connectionsPerDevice: 2,
  connections: 20_000,
  faults: 20,
  strangerFrames: 64,
  waitingFrames: 32,
  waitingReports: 500,
  unreadBytes: 128 * 1024,
  waitingDatagrams: 1_024,
};

/** Reports of the longest frame. @source Teltonika data sending protocols: their number is one byte */
const LONGEST_FRAME_REPORTS = 255;

/** What one device may have waiting for the store: what its connections take at a time. */
export const quotaOf = ({ connectionsPerDevice, waitingFrames, waitingReports }: ListenerLimits): Quota => ({
  frames: connectionsPerDevice * waitingFrames,
  reports: connectionsPerDevice * (waitingReports + LONGEST_FRAME_REPORTS),
});

/** How often connections are looked at, ms. */
export const sweepMs = 1_000;
