import type { Contradiction } from '../../../profile/services/lookup.ts';
import { ownerOf } from '../ledger/movement.ts';
import { warn } from '../ledger/raise.ts';
import type { Work } from '../outbox/work.ts';
import type { Job } from './job.ts';
import { noteSilence } from './job-table.ts';

type About = Pick<Job, 'service' | 'reference' | 'messageId'>;

/** A service says something else than the notice: one warning to the country of departure. */
export const tellContradiction = (unit: Work, job: About, found: readonly Contradiction[]): Promise<void> =>
  tell(unit, job, 'service-contradiction', listed(job.service, found.map(said)));

/** A service says nothing of use, for good or for a day: one warning to the country of departure for a message. */
export async function tellSilence(unit: Work, job: Job, about: readonly string[]): Promise<void> {
  if (await noteSilence(unit.transaction, job))
    await tell(unit, job, 'service-silent', listed(job.service, about));
}

const said = ({ pointer, reason }: Contradiction): string => `${pointer}: ${reason}`;

const tell = (unit: Work, { reference, messageId }: About, kind: string, detail: string): Promise<void> => {
  const owner = ownerOf(reference);
  const notice = { kind, recipients: [owner], relatesTo: messageId, detail };
  return warn(unit, [notice], { reference, seat: owner });
};

/** Characters that a detail may have (AT93). */
const MOST_CHARACTERS = 500;

/** `SERVICE first; second`, as many as have room, and how many more there are. */
function listed(service: string, entries: readonly string[]): string {
  for (let count = entries.length; count > 1; count -= 1) {
    const more = entries.length - count;
    const text = `${service} ${entries.slice(0, count).join('; ')}${more > 0 ? `; +${more}` : ''}`;
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return `${service} ${entries[0] ?? ''}`.slice(0, MOST_CHARACTERS);
}
