/** What is known of the bytes behind the beginning of a frame that is not whole: they are not looked through again. */
export interface Scan {
  /** Up to here, in bytes from the beginning, it is decided where frames may begin. */
  readonly to: number;
  /** Where frames may begin before that, and where they would end. */
  readonly pending: readonly { readonly at: number; readonly end: number }[];
  /** The first of those ends. */
  readonly next: number;
  /** Checksums that were wrong. */
  readonly tried: number;
}

/** One part of a message that comes in several frames. */
export interface Part {
  /** The same for all parts of a message. */
  readonly message: string;
  /** From 1. */
  readonly index: number;
  readonly serial: number;
  readonly body: Buffer;
}
