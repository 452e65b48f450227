import type { ReferenceContent } from '../../../profile/messages/parts/reference-content.ts';
import { statement } from '../database/transaction.ts';

/** Reference data as one country published them. */
export interface PublishedNotice {
  readonly country: string;
  readonly version: number;
  /** ms since the epoch. */
  readonly effectiveFrom: number;
  readonly content: ReferenceContent;
}

const all = statement<{ country: string; version: number; effective_from: Date; content: ReferenceContent }>(
  'reference-all',
  'select country, version, effective_from, content from reference_notice order by country, kind, version',
);

/** All that was ever published. */
export const findNotices = async (on: Parameters<typeof all>[0]): Promise<PublishedNotice[]> =>
  (await all(on)).map(({ effective_from: from, ...rest }) => ({ ...rest, effectiveFrom: from.getTime() }));

const insert = statement(
  'reference-insert',
  `insert into reference_notice (country, kind, version, effective_from, content)
   select $1, $2, $3, $4, $5 where not exists (
     select from reference_notice where country = $1 and kind = $2 and version >= $3)
   returning 1`,
);

/** Keeps a notice; false when this or a higher version is there. */
export async function insertNotice(
  on: Parameters<typeof insert>[0],
  { country, version, effectiveFrom, content }: PublishedNotice,
): Promise<boolean> {
  const values = [country, content.kind, version, new Date(effectiveFrom), JSON.stringify(content)];
  return (await insert(on, ...values)).length === 1;
}
