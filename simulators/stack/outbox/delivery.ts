/** One delivery of one message to one seat, as it is queued. */
export interface Delivery {
  readonly recipient: string;
  /** 1, 2, 3 ... per recipient, without gaps. */
  readonly cursor: number;
  readonly sender: string;
  readonly messageId: string;
  readonly messageType: string;
  /** Deliveries to one recipient under one key keep their order. */
  readonly orderKey: string;
  readonly late: boolean;
  attempts: number;
  /** ms since the epoch, or null before the first attempt. */
  firstAttemptAt: number | null;
  /** ms since the epoch; not before. Null: at once. */
  nextAttemptAt: number | null;
  /** The submitted bytes, when they are still in memory. */
  bytes: Buffer | null;
}

/** One attempt as it goes on the wire. */
export interface DeliveryRequest {
  readonly recipient: string;
  readonly messageType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}
