/** Why a platform does not go on with what a device or the books gave it. The values are stable; the sentences are not. */
export type TrackingFault =
  | 'STORE_FULL'
  | 'EVENT_NOT_TAKEN'
  | 'NOT_KEPT'
  | 'NOT_REGISTERED'
  | 'TOPIC_OF_ANOTHER'
  | 'PAYLOAD_OF_ANOTHER';

/** A frame or an event that is not taken: its device is not answered, and keeps what it sent. */
export class TrackingError extends Error {
  override readonly name = 'TrackingError';
  readonly code: TrackingFault;
  constructor(code: TrackingFault, message: string) {
    super(message);
    this.code = code;
  }
}
