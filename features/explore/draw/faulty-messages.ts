import { mutations } from '../../../fixtures/mutations/mutations.ts';
import { WORDS } from '../words.ts';
import type { Draft, Situation } from './messages.ts';

/** Mutations of any movement; those that need one of their own kind are left to the written scenarios. */
const applicable = mutations.filter(
  ({ message, pointer, needs }) =>
    message !== 'GuaranteeRequest' && pointer.startsWith('/payload') && Object.keys(needs).length === 0,
);

/** All of them together are as likely as one other message. */
const WEIGHT = 1 / applicable.length;

/** Messages wrong by themselves: one mutation each. */
export function faultyMessages({ movement, view }: Situation): Draft[] {
  const by: Readonly<Record<string, string>> = {
    BorderPassage: movement.passages[0]?.office.slice(0, 2) ?? movement.departureCountry,
    ArrivalNotice: movement.destinationCountry,
    ControlResult: movement.destinationCountry,
    IncidentNotice: movement.destinationCountry,
  };
  if (view?.events.some(({ messageType }) => messageType === 'AT04')) return [];
  return applicable.map(({ message, name }) => ({
    by: by[message] ?? movement.departureCountry,
    act: message,
    detail: [...(message === 'BorderPassage' ? [WORDS.exit] : []), name],
    weight: WEIGHT,
  }));
}
