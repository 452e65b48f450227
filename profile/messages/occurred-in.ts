import type { Message } from './message.ts';
import type { MessageName } from './messages.ts';

/**
 * The payload field that says when the fact of a message happened; others happen when their message is prepared.
 * @source docs/profile/exchange-rules.md section 3
 */
export const occurredIn = {
  DepartureRelease: 'releasedAt',
  CancellationNotice: 'decidedAt',
  ItineraryChange: 'decidedAt',
  BorderPassage: 'passedAt',
  IncidentNotice: 'occurredAt',
  ArrivalNotice: 'arrivedAt',
  ControlResult: 'controlledAt',
  DischargeNotice: 'dischargedAt',
  EnquiryRequest: 'enquiredAt',
  DeviceAssignment: 'at',
  TrackingEvent: 'recordedAt',
  RecoveryNotice: 'startedAt',
} as const satisfies { readonly [Name in MessageName]?: string };

/** When the fact of a message happened, as the message says it. */
export function occurredAt(
  name: string,
  { payload, preparedAt }: Pick<Message, 'payload' | 'preparedAt'>,
): string {
  const told = payload[(occurredIn as Readonly<Record<string, string>>)[name] ?? ''];
  return typeof told === 'string' ? told : preparedAt;
}
