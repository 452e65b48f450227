import { type MessageName, messages } from '../messages/messages.ts';
import { occurredIn } from '../messages/occurred-in.ts';
import { valueAt } from '../validation/pointer.ts';
import { defineRule, type RuleContext, type RuleFault } from './rule.ts';

/** What else a message tells as having happened beside its own fact; planned times and limits are not among them. */
const alsoHappened: { readonly [Name in MessageName]?: readonly string[] } = {
  BorderPassage: ['presentedAt'],
  IncidentNotice: ['endorsedAt'],
  ArrivalNotice: ['controlResult/controlledAt'],
  EnquiryResponse: ['arrivedAt'],
  TrackingEvent: ['receivedAt'],
  Acknowledgement: ['receivedAt'],
  FindingNotice: ['raisedAt'],
};

const timesOf = (name: MessageName): readonly string[] => {
  const own = (occurredIn as { readonly [Name in MessageName]?: string })[name];
  return [...(own === undefined ? [] : [own]), ...(alsoHappened[name] ?? [])];
};

/** R23: nothing is told before it happened; clocks may differ by the tolerance. */
export const eventsNotInFuture = defineRule({
  id: 'R23',
  fr: "Un fait n'est pas daté après la rédaction du message qui le rapporte, ni le message après sa réception, à la tolérance d'horloge près.",
  en: 'An event is not dated after the message that tells it was composed, nor the message after it was received, but for the clock tolerance, which counts for each of the two.',
  pointer: 'the time of the event, or /preparedAt',
  source: 'draft message set R23, 6.5.5, G02',
  code: 'FUTURE_DATED',
  checks: Object.fromEntries(
    (Object.keys(messages) as MessageName[])
      .filter((name) => timesOf(name).length > 0)
      .map((name) => [
        name,
        (payload: unknown, context: RuleContext) =>
          timesOf(name).flatMap((field) => futureFault(payload, field, context)),
      ]),
  ),
});

function futureFault(payload: unknown, field: string, context: RuleContext): RuleFault[] {
  const instant = valueAt(payload, field.split('/'));
  if (typeof instant !== 'string' || Date.parse(instant) <= context.preparedAt + context.clockToleranceMs)
    return [];
  return [{ pointer: `/payload/${field}`, reason: `${instant} est après preparedAt` }];
}
