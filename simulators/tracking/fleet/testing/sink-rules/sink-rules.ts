/** One whole frame that a sink took from a connection. */
export interface SunkFrame {
  /** Bytes that it has on the wire. */
  readonly length: number;
  /** One key for each report in it: device and device time, as they stand in the bytes. */
  readonly reports: readonly string[];
  /** What the vendor's rules have a server say; null where they have it say nothing. */
  readonly answer: Buffer | null;
}

/** What a sink knows of one connection. */
export interface SinkConnection {
  /** Who logged in, where the protocol has a login. */
  device: string;
  /** The server's own counter. */
  serial: number;
}

/**
 * A server of one protocol, written from the vendor's document in plain bytes: it shares nothing with our codecs.
 * Gives the frame that begins at `offset`, null when it is not whole yet.
 * @throws Error for what no correct device sends
 */
export type SinkRules = (bytes: Buffer, offset: number, connection: SinkConnection) => SunkFrame | null;

/** A device broke the rules of its protocol. */
export class SinkError extends Error {
  override readonly name = 'SinkError';
}
