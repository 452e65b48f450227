/** What is told of a report's instants. */
export interface Told {
  readonly recordedAt: string;
  readonly receivedAt: string;
  readonly clockAhead?: boolean | undefined;
}

/** When it happened as far as anybody can tell, ms since the epoch: a device whose clock is ahead did not report before it was heard. */
export const happenedAt = ({ recordedAt, receivedAt, clockAhead }: Told): number =>
  Date.parse(clockAhead ? receivedAt : recordedAt);
