/** An answer to a submission: status and the body to send, a whole message or a problem. */
export interface SubmissionAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** What is known of an earlier message under the same key. */
export interface Recovered {
  readonly digest: string;
  /** The acknowledgement that was given, byte for byte. */
  readonly answer: Buffer;
}
