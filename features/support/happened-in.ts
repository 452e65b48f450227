import type { MessageName } from '../../profile/messages/messages.ts';
import { HarnessError } from './errors.ts';

const FIELDS: { readonly [Name in MessageName]?: string } = {
  BorderPassage: 'passedAt',
  ArrivalNotice: 'arrivedAt',
};

/** The field of a payload that says when the truck was there. */
export function happenedIn(name: MessageName): string {
  const field = FIELDS[name];
  if (field !== undefined) return field;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `${name} ne date aucun fait.`,
    'Choisissez un passage ou une arrivée.',
  );
}
