import { type ReferenceVersion, referenceName } from '../../../profile/reference-versions.ts';
import { statement } from '../database/transaction.ts';
import { warn } from '../ledger/raise.ts';
import type { Notice } from '../ledger/step.ts';
import type { Work } from '../outbox/work.ts';

const note = statement(
  'out-of-step-note',
  `insert into setting (name, value) values ($1, 'told') on conflict do nothing returning 1`,
);

/**
 * Warns a seat, once for each pair of versions, that it works with other reference data than those in force: before a code
 * that the one knows and the other does not hurts a truck.
 * @param held the versions that the seat says it works with
 * @source exchange rules section 12
 */
export async function warnOutOfStep(
  unit: Work,
  seat: string,
  held: readonly ReferenceVersion[],
  relatesTo: string | undefined,
): Promise<void> {
  const notices: Notice[] = [];
  for (const entry of held) {
    const inForce = unit.context.reference.versionOf(entry, unit.at);
    if (inForce === null || inForce === entry.version) continue;
    const fact = `${referenceName(entry)} ${entry.version} ${inForce}`;
    if ((await note(unit.transaction, `out-of-step ${seat} ${fact}`)).length === 0) continue;
    notices.push({
      kind: 'reference-out-of-step',
      recipients: [seat],
      country: entry.country,
      ...(relatesTo !== undefined && { relatesTo }),
      detail: `${referenceName(entry)} : version ${entry.version} employée, version ${inForce} en vigueur.`,
    });
  }
  if (notices.length > 0) await warn(unit, notices, { reference: undefined, seat });
}
