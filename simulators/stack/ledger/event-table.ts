import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { statement } from '../database/transaction.ts';

const insert = statement(
  'tracking-event-insert',
  `insert into tracking_event (reference, platform, device_id, device_seq, payload)
   select * from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::json[]) on conflict do nothing`,
);

/** Keeps what was told of movements (AT17), by platforms hosted here and by others. An event told twice counts once. */
export async function keepEvents(
  on: Parameters<typeof insert>[0],
  payloads: readonly TrackingEventPayload[],
): Promise<void> {
  if (payloads.length === 0) return;
  await insert(
    on,
    payloads.map(({ transitReference }) => transitReference),
    payloads.map(({ platform }) => platform),
    payloads.map(({ deviceId }) => deviceId),
    payloads.map(({ deviceSeq }) => deviceSeq),
    payloads.map((payload) => JSON.stringify(payload)),
  );
}

const select = statement<{ payload: TrackingEventPayload }>(
  'tracking-event-select',
  'select payload from tracking_event where reference = $1',
);

/** All that was told of a movement, in no order. */
export const findEvents = async (
  on: Parameters<typeof select>[0],
  reference: string,
): Promise<TrackingEventPayload[]> => (await select(on, reference)).map(({ payload }) => payload);
