import type { MovementResponsePayload } from '../../../profile/messages/movement-response.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { Received } from '../intake/received.ts';
import { findMessage } from '../outbox/message-table.ts';
import type { Work } from '../outbox/work.ts';
import { noticeInForce } from './at-departure.ts';
import { type Movement, ownerOf } from './movement.ts';
import { findMovement, saveMovement } from './movement-table.ts';
import { applyWaiting, giveUp } from './post.ts';
import { finding } from './step.ts';
import { findWaiting } from './waiting-table.ts';

type Found = NonNullable<MovementResponsePayload['movement']>;

/** The movement that the hub asked about in the message that this one answers, or null. */
export async function askedAbout(
  on: Parameters<typeof findMessage>[0],
  correlationId: string | undefined,
): Promise<string | null> {
  const question = correlationId === undefined ? null : await findMessage(on, 'hub', correlationId);
  return question?.messageType === 'AT10' ? question.conversation : null;
}

/**
 * The country of departure answers the hub: a movement that nobody had announced is entered from the answer, and what
 * waited takes effect; or nobody knows it, and what waited is refused. Of a movement that the ledger has, the answer changes
 * nothing: the missing message itself is awaited.
 */
export async function takeAnswer(unit: Work, received: Received, reference: string): Promise<void> {
  const { message } = received;
  if (message.sender !== ownerOf(reference)) return;
  if (await findMovement(unit.transaction, reference)) return;
  const { outcome, movement: found } = message.payload as unknown as MovementResponsePayload;
  if (outcome === 'FOUND') return enter(unit, found, reference, received);
  for (const waiting of await findWaiting(unit.transaction, reference))
    await giveUp(unit, waiting, [finding('UNKNOWN_MOVEMENT')]);
}

async function enter(
  unit: Work,
  found: Found | undefined,
  reference: string,
  received: Received,
): Promise<void> {
  if (!found?.notice || found.notice.transitReference !== reference) return;
  const movement: Movement = unit.context.hooks.onLedger(
    {
      ...fresh(found.notice),
      state: found.state,
      version: found.movementVersion,
      limitDate: found.limitDate ?? null,
    },
    received,
  );
  await saveMovement(unit.transaction, null, movement);
  if (movement.limitDate !== null) unit.timer('limit-date', reference, Date.parse(movement.limitDate));
  await applyWaiting(unit, reference, movement);
}

const fresh = (notice: TransitNoticePayload): Movement => ({
  reference: notice.transitReference,
  owner: ownerOf(notice.transitReference),
  state: 'REGISTERED',
  version: 0,
  refusedVersions: [],
  ...noticeInForce(notice),
  limitDate: null,
  seals: notice.seals.map(({ number }) => number),
  releasedSeals: null,
  noticeMessage: null,
  releaseMessage: null,
  events: [],
  findings: [],
});
