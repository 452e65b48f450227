import type { MessageName } from '../messages/messages.ts';
import { valueAt } from '../validation/pointer.ts';
import { defineRule, type RuleContext, type RuleFault } from './rule.ts';

/** What a message tells as having happened, by message; planned times and limits are not among them. */
const eventTimes = {
  DepartureRelease: ['releasedAt'],
  CancellationNotice: ['decidedAt'],
  ItineraryChange: ['decidedAt'],
  BorderPassage: ['presentedAt', 'passedAt'],
  IncidentNotice: ['occurredAt', 'endorsedAt'],
  ArrivalNotice: ['arrivedAt', 'controlResult/controlledAt'],
  ControlResult: ['controlledAt'],
  DischargeNotice: ['dischargedAt'],
  EnquiryRequest: ['enquiredAt'],
  EnquiryResponse: ['arrivedAt'],
  RecoveryNotice: ['startedAt'],
  Acknowledgement: ['receivedAt'],
  FindingNotice: ['raisedAt'],
} as const satisfies { [Name in MessageName]?: readonly string[] };

/** R23: nothing is told before it happened; clocks may differ by the tolerance. */
export const eventsNotInFuture = defineRule({
  id: 'R23',
  fr: "Un fait n'est pas daté après la rédaction du message qui le rapporte, ni le message après sa réception, à la tolérance d'horloge près.",
  en: 'An event is not dated after the message that tells it was composed, nor the message after it was received, but for the clock tolerance, which counts for each of the two.',
  pointer: 'the time of the event, or /preparedAt',
  source: 'draft message set R23, 6.5.5, G02',
  code: 'FUTURE_DATED',
  checks: Object.fromEntries(
    Object.entries(eventTimes).map(([name, fields]) => [
      name,
      (payload: unknown, context: RuleContext) =>
        fields.flatMap((field) => futureFault(payload, field, context)),
    ]),
  ),
});

function futureFault(payload: unknown, field: string, context: RuleContext): RuleFault[] {
  const instant = valueAt(payload, field.split('/'));
  if (typeof instant !== 'string' || Date.parse(instant) <= context.preparedAt + context.clockToleranceMs)
    return [];
  return [{ pointer: `/payload/${field}`, reason: `${instant} est après preparedAt` }];
}
