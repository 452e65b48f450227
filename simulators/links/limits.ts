/** How much a link that reads messages takes upon itself. */
export interface LinkLimits {
  /** Bytes of one request or one answer; a larger one breaks the line. */
  readonly messageBytes: number;
  /** Requests that one fault keeps, until they have been answered; further ones are lost. */
  readonly heldRequests: number;
  /** Bytes of the bodies of these. */
  readonly heldBytes: number;
  /** Milliseconds for the answer to what was held; after that the next one goes. */
  readonly answerMs: number;
}

const MEBIBYTE = 1024 * 1024;

/** Nothing of the binding comes near to these; an answer has half a minute there too. */
export const LIMITS: LinkLimits = {
  messageBytes: 64 * MEBIBYTE,
  heldRequests: 10_000,
  heldBytes: 256 * MEBIBYTE,
  answerMs: 30_000,
};
