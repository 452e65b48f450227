import type { Leg } from '../../../profile/messages/parts/parts.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';
import { statement, type Transaction } from '../database/transaction.ts';
import type { BookEvent, BookFinding, Movement } from './movement.ts';

interface Row {
  reference: string;
  owner: string;
  state: MovementState;
  version: number;
  refused_versions: number[];
  corridor: string;
  legs: Leg[];
  countries: string[];
  limit_date: string | null;
  seals: string[];
  released_seals: string[] | null;
  notice: TransitNoticePayload;
  notice_message: string | null;
  release_message: string | null;
  events: BookEvent[];
  findings: BookFinding[];
}

const toMovement = (row: Row): Movement => ({
  reference: row.reference,
  owner: row.owner,
  state: row.state,
  version: row.version,
  refusedVersions: row.refused_versions,
  corridor: row.corridor,
  legs: row.legs,
  countries: row.countries,
  limitDate: row.limit_date,
  seals: row.seals,
  releasedSeals: row.released_seals,
  notice: row.notice,
  noticeMessage: row.notice_message,
  releaseMessage: row.release_message,
  events: row.events,
  findings: row.findings,
});

const select = statement<Row>('movement', 'select * from movement where reference = $1');

/** The movement of the ledger, or null. The caller holds the lock of the reference when it will write. */
export async function findMovement(
  on: Parameters<typeof select>[0],
  reference: string,
): Promise<Movement | null> {
  const [row] = await select(on, reference);
  return row ? toMovement(row) : null;
}

const several = statement<Row>('movement-several', 'select * from movement where reference = any($1)');

/** Those of the movements that the ledger has, by reference. */
export async function findMovements(
  on: Parameters<typeof several>[0],
  references: readonly string[],
): Promise<ReadonlyMap<string, Movement>> {
  const rows = references.length === 0 ? [] : await several(on, [...new Set(references)]);
  return new Map(rows.map((row) => [row.reference, toMovement(row)]));
}

const insert = statement(
  'movement-insert',
  `insert into movement (reference, owner, state, version, corridor, legs, countries, limit_date, seals,
     released_seals, notice, notice_message, release_message, events, findings, plates, containers)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
);
const update = statement(
  'movement-update',
  `update movement set state = $2, version = $3, limit_date = $4, seals = $5, released_seals = $6,
     release_message = $7, events = $8, findings = $9, refused_versions = $10 where reference = $1`,
);
const updateNotice = statement(
  'movement-update-notice',
  `update movement set corridor = $2, legs = $3, countries = $4, notice = $5, notice_message = $6, plates = $7,
     containers = $8 where reference = $1`,
);

const platesOf = ({ vehicle }: TransitNoticePayload): string[] =>
  vehicle.trailerPlate === undefined ? [vehicle.plate] : [vehicle.plate, vehicle.trailerPlate];

const containersOf = ({ containers }: TransitNoticePayload): string[] =>
  containers.map(({ number }) => number);

/** Writes what differs from `before`; the notice, the largest part, only when it changed. */
export async function saveMovement(on: Transaction, before: Movement | null, after: Movement): Promise<void> {
  const { reference, notice } = after;
  const legs = JSON.stringify(after.legs);
  const [events, findings] = [JSON.stringify(after.events), JSON.stringify(after.findings)];
  if (!before) {
    const { owner, state, version, corridor, countries, limitDate } = after;
    await insert(
      on,
      ...[reference, owner, state, version, corridor, legs, countries, limitDate, after.seals],
      ...[after.releasedSeals, JSON.stringify(notice), after.noticeMessage, after.releaseMessage],
      ...[events, findings, platesOf(notice), containersOf(notice)],
    );
    return;
  }
  await update(
    on,
    ...[reference, after.state, after.version, after.limitDate, after.seals],
    ...[after.releasedSeals, after.releaseMessage, events, findings, after.refusedVersions],
  );
  if (before.notice === notice && before.legs === after.legs) return;
  const road = [after.corridor, legs, after.countries];
  await updateNotice(
    on,
    ...[
      reference,
      ...road,
      JSON.stringify(notice),
      after.noticeMessage,
      platesOf(notice),
      containersOf(notice),
    ],
  );
}

/** What a query may name a movement by. */
export type MovementKey =
  | { readonly transitReference: string }
  | { readonly nationalReference: Readonly<Record<string, unknown>> }
  | { readonly plate: string }
  | { readonly container: string }
  | { readonly seal: string };

/** Nobody asks for a plate that more movements than this carry, newest first. */
const NEWEST = 'order by registered desc limit 50';

/** The movements that a key names, the last one registered first: several may carry the same plate, container or seal. */
export async function findByKey(
  on: Parameters<typeof select>[0],
  key: MovementKey,
  toReference: (national: Readonly<Record<string, unknown>>) => string,
): Promise<Movement[]> {
  if ('transitReference' in key) return one(await findMovement(on, key.transitReference));
  if ('nationalReference' in key) return one(await findMovement(on, toReference(key.nationalReference)));
  const [column, value] =
    'plate' in key
      ? (['plates', key.plate] as const)
      : 'container' in key
        ? (['containers', key.container] as const)
        : (['seals', key.seal] as const);
  const by = statement<Row>(
    `movement-by-${column}`,
    `select * from movement where ${column} @> array[$1]::text[] ${NEWEST}`,
  );
  return (await by(on, value)).map(toMovement);
}

const one = (movement: Movement | null): Movement[] => (movement ? [movement] : []);
