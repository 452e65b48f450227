import type { MovementResponsePayload } from '../../../profile/messages/movement-response.ts';
import { countriesOf } from '../../../profile/routing.ts';
import type { Received } from '../intake/received.ts';
import { findMessage } from '../outbox/message-table.ts';
import type { Work } from '../outbox/work.ts';
import { noticeInForce } from './at-departure.ts';
import { type Movement, ownerOf } from './movement.ts';
import { findMovement, saveMovement } from './movement-table.ts';
import { applyWaiting, giveUp, reread } from './post.ts';
import { finding } from './step.ts';
import { findWaiting, stopWaiting } from './waiting-table.ts';

type Found = NonNullable<MovementResponsePayload['movement']>;

/** The movement that the hub asked about in the message that this one answers, or null. */
export async function askedAbout(
  on: Parameters<typeof findMessage>[0],
  correlationId: string | undefined,
): Promise<string | null> {
  const question = correlationId === undefined ? null : await findMessage(on, 'hub', correlationId);
  return question?.messageType === 'AT10' ? question.conversation : null;
}

/** The country of departure answers the hub: what waited takes effect on it, or is refused. */
export async function takeAnswer(unit: Work, received: Received, reference: string): Promise<void> {
  const { message } = received;
  if (message.sender !== ownerOf(reference)) return;
  const { outcome, movement: found } = message.payload as unknown as MovementResponsePayload;
  const before = await findMovement(unit.transaction, reference);
  if (outcome === 'FOUND' && found?.transitReference === reference)
    return adopt(unit, before, found, received);
  if (before) return applyWaiting(unit, reference, before, true);
  for (const waiting of await findWaiting(unit.transaction, reference))
    await giveUp(unit, waiting, [finding('UNKNOWN_MOVEMENT')]);
}

/** Enters the movement, or brings it up to the version that the country of departure has. */
async function adopt(unit: Work, before: Movement | null, found: Found, received: Received): Promise<void> {
  if (before && found.movementVersion <= before.version)
    return applyWaiting(unit, before.reference, before, true);
  const { notice } = found;
  if (!before && !notice) return;
  const known = before ?? (notice ? fresh(notice) : null);
  if (!known) return;
  const after: Movement = unit.context.hooks.onLedger(
    {
      ...known,
      ...(notice ? { ...noticeInForce(notice), countries: countriesOf(notice.itinerary.legs) } : {}),
      state: found.state,
      version: found.movementVersion,
      limitDate: found.limitDate ?? known.limitDate,
    },
    received,
  );
  await saveMovement(unit.transaction, before, after);
  if (after.limitDate !== null) unit.timer('limit-date', after.reference, Date.parse(after.limitDate));
  await passOn(unit, after);
  await applyWaiting(unit, after.reference, after, true);
}

const fresh = (notice: NonNullable<Found['notice']>): Movement => ({
  reference: notice.transitReference,
  owner: ownerOf(notice.transitReference),
  state: 'REGISTERED',
  version: 0,
  ...noticeInForce(notice),
  limitDate: null,
  seals: notice.seals.map(({ number }) => number),
  releasedSeals: null,
  noticeMessage: null,
  releaseMessage: null,
  events: [],
  findings: [],
});

/** Versions that the answer already contains have no effect left; the others on the road still hear of them. */
async function passOn(unit: Work, movement: Movement): Promise<void> {
  for (const waiting of await findWaiting(unit.transaction, movement.reference)) {
    const received = await reread(unit, waiting);
    const version = received?.message.movementVersion;
    if (waiting.reason !== 'gap' || !received || version === undefined || version > movement.version)
      continue;
    await stopWaiting(unit.transaction, waiting);
    const { sender, messageId, messageType } = received.message;
    const told = movement.countries.filter((country) => country !== sender);
    const { late, bytes } = received;
    unit.deliver({ sender, messageId, messageType, conversation: movement.reference, late, bytes }, told);
  }
}
